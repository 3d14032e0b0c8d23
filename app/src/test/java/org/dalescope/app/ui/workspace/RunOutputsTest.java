package org.dalescope.app.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.export.ExportFormat;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutputsTest {
    @TempDir
    Path folder = Path.of("");

    private final Notifications notices = new Notifications(Runnable::run);
    private final List<Path> pages = new ArrayList<>();
    private Optional<Session> open = Optional.empty();
    private Path run = Path.of("");

    private final RunOutputs outputs = new RunOutputs(
            (size, preferred, notes) -> new FusedEngine(1),
            () -> open,
            new BackgroundTasks(Runnable::run, Runnable::run),
            notices);

    @BeforeEach
    void fit() {
        run = FittedSeeds.in(folder).runs().getFirst().folder();
    }

    @Test
    void anExportLiesInTheRunWithWhatLoadsIt() throws IOException {
        outputs.export(run, ExportFormat.NPZ);
        assertEquals("The export was written to " + run.resolve("export.npz") + ".", sentence());
        try (ZipFile zip = new ZipFile(run.resolve("export.npz").toFile())) {
            Set<String> arrays = zip.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
            assertTrue(arrays.containsAll(Set.of("W_rec.npy", "neuron_ids.npy", "time_ms.npy")), arrays.toString());
        }
        outputs.export(run, ExportFormat.CSV);
        assertTrue(names(run.resolve("export-csv")).stream().anyMatch(name -> name.endsWith(".csv")));
    }

    @Test
    void anExportIsNotWrittenOverAnother() {
        outputs.export(run, ExportFormat.MAT);
        outputs.export(run, ExportFormat.MAT);
        assertEquals(
                Notification.Kind.REFUSAL,
                notices.shownProperty().get().orElseThrow().kind());
        assertTrue(sentence().contains("export.mat"), sentence());
    }

    @Test
    void aReportIsWrittenAndShown() throws IOException {
        outputs.report(run, pages::add);
        assertEquals(List.of(run.resolve("report.html")), pages);
        String page = Files.readString(run.resolve("report.html"));
        assertTrue(page.contains("<svg") && page.contains("psth_r"));
        assertEquals("The report was written to " + run.resolve("report.html") + ".", sentence());
    }

    @Test
    void aRunWithoutItsSessionIsReportedAndNotExported() throws IOException {
        Files.delete(folder.resolve("session.dalescope"));
        outputs.report(run, pages::add);
        assertEquals(1, pages.size());
        assertTrue(Files.readString(pages.getFirst()).contains("was not found"));
        outputs.export(run, ExportFormat.NPZ);
        assertEquals(
                Notification.Kind.REFUSAL,
                notices.shownProperty().get().orElseThrow().kind());
        assertFalse(Files.exists(run.resolve("export.npz")));
    }

    private String sentence() {
        return notices.shownProperty().get().orElseThrow().sentence();
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
