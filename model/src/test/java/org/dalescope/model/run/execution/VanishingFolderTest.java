package org.dalescope.model.run.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.Checkpoint;
import org.dalescope.model.run.store.EpochViews;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParameterSeries;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FitState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A drive that goes away between the look at the folder and the write. Whatever is written then fails as a disk does, which a fit
 * waits for, and nothing is made on the bare place, where it would hide the drive that comes back.
 */
class VanishingFolderTest {
    private static final int EPOCHS = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private FitRun.Result fit(String name, Consumer<EpochSnapshot> listener, StorageRetry patience) {
        Session session = SmallSessions.small();
        Configuration configuration = Configuration.defaults()
                .with("training.epochs", Integer.toString(EPOCHS))
                .with("training.patience", Integer.toString(EPOCHS));
        FitRequest request = FitRequests.of(session, configuration, 4, folder.resolve(name));
        try (FusedEngine engine = new FusedEngine(1)) {
            return FitRun.start(request, engine).run(engine, new FitControl(), listener, patience);
        }
    }

    @Test
    void nothingThatAFitWritesMakesAFolder() throws IOException {
        FitRun.Result result = fit("run", snapshot -> {}, StorageRetry.NONE);
        RunFolder run = result.folder();
        RunDescription description = RunDescription.read(run);
        ParameterSeries series = ParameterSeries.read(run);
        EpochViews epochs = EpochViews.read(run);
        RunViews best = RunViews.read(run);
        Map<String, Runnable> writes = new LinkedHashMap<>();
        writes.put("description", () -> description.write(run));
        writes.put("series", () -> series.write(run));
        writes.put("epochs", () -> epochs.write(run));
        writes.put("checkpoint", () -> Checkpoint.write(run, result.state(), 1));
        writes.put("new history", () -> HistoryCsv.write(run, result.state().history()));
        writes.put("history", () -> HistoryCsv.append(run, result.state().history(), 1, 0));
        writes.put("scores", () -> ScoresJson.write(run, result.evaluation().orElseThrow()));
        writes.put("views", () -> best.write(run));
        Files.move(run.folder(), folder.resolve("away"));
        writes.forEach((what, write) -> {
            StorageError refusal = assertThrows(StorageError.class, write::run, what);
            assertTrue(refusal.getCause() instanceof IOException, () -> what + ": " + refusal.sentence());
            assertFalse(Files.exists(run.folder()), what);
        });
    }

    /** A part of the folder goes after the last epoch, so that the last saving is done by halves, and again when it comes back. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "history.csv", "run.json", ""})
    void aSavingThatIsDoneByHalvesEndsWithTheSameBits(String part) throws IOException {
        fit("whole", snapshot -> {}, StorageRetry.NONE);
        Path place =
                part.isEmpty() ? folder.resolve("run") : folder.resolve("run").resolve(part);
        Path away = folder.resolve("away");
        List<String> said = new ArrayList<>();
        fit(
                "run",
                snapshot -> {
                    if (snapshot.record().epoch() == EPOCHS) {
                        move(place, away);
                    }
                },
                StorageRetry.saying(sentence -> {
                    said.add(sentence);
                    if (Files.exists(away)) {
                        assertFalse(Files.exists(place), place + " was made anew");
                        move(away, place);
                    }
                }));
        assertEquals(2, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("Paused: " + folder.resolve("run")), said::toString);
        assertTrue(said.getLast().endsWith("The fit continues."), said::toString);
        RunFolder run = new RunFolder(folder.resolve("run"));
        for (String name : List.of("parameters.npz", "scores.json", "epochs.npz")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(name)),
                    Files.readAllBytes(run.folder().resolve(name)),
                    name);
        }
        FitState whole = Checkpoint.read(new RunFolder(folder.resolve("whole"))).state();
        assertEquals(losses(whole.history()), losses(HistoryCsv.read(run)));
        assertEquals(RunStatus.FINISHED, RunDescription.read(run).status());
        assertArrayEquals(whole.raw(), Checkpoint.read(run).state().raw());
    }

    /** Their times are another matter. */
    private static List<Double> losses(List<EpochRecord> history) {
        return history.stream().map(EpochRecord::loss).toList();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
