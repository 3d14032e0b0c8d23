package org.dalescope.app.ui.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.app.ui.configure.ConfigurationState;
import org.dalescope.app.ui.configure.SessionSettingsState;
import org.dalescope.model.common.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path library;

    @Test
    void whatWasLeftComesBack() {
        WindowStateFile file = new WindowStateFile(library);
        assertEquals(WindowState.fresh(), file.read());
        WindowState left = new WindowState(
                Optional.of(new WindowState.Place(-10, 20, 1280, 800, true)),
                List.of(207.0, 318.0),
                List.of("tab-fit", "tab-psths"),
                List.of("tab-psths"),
                Optional.of(true),
                130,
                List.of("/data/a.mat", "/data/\u00fc \"b\".nwb"),
                Optional.of(new ConfigurationState("circuit", Map.of("training.epochs", "many"), "7", "REFERENCE", "")),
                new SessionSettingsState(
                        "0a",
                        "one",
                        List.of(new SessionSettingsState.Kept("0b", "two", Map.of("data.neuron_types", "3=I")))),
                List.of(
                        new AppliedMapping(Path.of("/data/a.npz"), "0c", Optional.of(Path.of("/runs/mappings/a.json"))),
                        new AppliedMapping(Path.of("/data/copy.npz"), "0c", Optional.empty())),
                List.of("dalescope fit --session '/data/my session.mat'"),
                Map.of("scope.smoothing", "0.25"));
        file.write(left);
        assertEquals(left, file.read());
    }

    @Test
    void whatMakesNoSenseIsPassedOver() throws IOException {
        write("{\"font_percent\": 7, \"sides\": [0.2, 300], \"place\": {\"width\": -1}, \"dark\": \"maybe\"}");
        assertEquals(WindowState.fresh(), new WindowStateFile(library).read());
    }

    /** No file system has a path with the character 0. */
    @Test
    void whatNamesNoPathIsPassedOver() throws IOException {
        write("""
                {"recent": ["/data/a\\u0000", "/data/b.mat"],
                 "configuration": {"split_file": "a\\u0000"},
                 "session_settings": {"sha256": "0a", "name": "one", "kept": [
                    {"sha256": "0b", "name": "two", "settings": {"split": "a\\u0000", "data.neuron_types": "3=I"}}]},
                 "mappings": [{"session": "a\\u0000", "sha256": "0c", "mapping": "/m.json"},
                              {"session": "/a.npz", "sha256": "0c", "mapping": "a\\u0000"},
                              {"session": "", "sha256": "0c"},
                              {"session": "/b.npz", "sha256": "0c", "mapping": "/m.json"}]}""");
        WindowState read = new WindowStateFile(library).read();
        assertEquals(List.of("/data/b.mat"), read.recent());
        assertEquals("", read.configuration().orElseThrow().splitFile());
        assertEquals(
                Map.of("data.neuron_types", "3=I"),
                read.sessionSettings().kept().getFirst().texts());
        assertEquals(
                List.of(new AppliedMapping(Path.of("/b.npz"), "0c", Optional.of(Path.of("/m.json")))), read.mappings());
    }

    @Test
    void aDamagedFileIsSaidAndReplaced() throws IOException {
        write("{\"tab\": ");
        WindowStateFile file = new WindowStateFile(library);
        InputError refusal = assertThrows(InputError.class, file::read);
        assertTrue(refusal.sentence().contains("window.json"), refusal.sentence());
        file.write(WindowState.fresh());
        assertEquals(WindowState.fresh(), file.read());
    }

    @Test
    void recentFilesAreTenAndTheNewestIsFirst() {
        List<String> recent = List.of();
        for (int i = 0; i < 12; i++) {
            recent = WindowState.opened(recent, Path.of("/data/" + i + ".mat"));
        }
        recent = WindowState.opened(recent, Path.of("/data/5.mat"));
        assertEquals(10, recent.size());
        assertEquals(List.of("/data/5.mat", "/data/11.mat"), recent.subList(0, 2));
        assertEquals(1, recent.stream().filter("/data/5.mat"::equals).count());
    }

    @Test
    void theLogKeepsFiveFilesOfOneMegabyte() throws IOException {
        try (WindowLog log = new WindowLog(library)) {
            log.log(new IllegalStateException("first"));
            for (int i = 0; i < 7000; i++) {
                log.log("x".repeat(1000));
            }
            try (Stream<Path> files = Files.list(log.folder())) {
                List<Path> logs =
                        files.filter(f -> f.toString().endsWith(".log")).toList();
                assertEquals(5, logs.size());
                for (Path one : logs) {
                    assertTrue(Files.size(one) < 1_060_000, one + " " + Files.size(one));
                }
            }
        }
    }

    @Test
    void withoutAPlaceForTheLogTheReasonIsSaid() throws IOException {
        Path blocked = Files.writeString(library.resolve("file"), "not a folder");
        try (WindowLog log = new WindowLog(blocked)) {
            assertTrue(log.problem().orElseThrow().contains("No log is written"));
            log.log("nowhere");
        }
    }

    private void write(String json) throws IOException {
        Files.createDirectories(library.resolve(".dalescope"));
        Files.writeString(library.resolve(".dalescope").resolve("window.json"), json);
    }
}
