package org.dalescope.app.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.model.array.NamedArray;
import org.dalescope.model.array.Npz;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.session.mapping.MappingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading waits until the test lets it go on. */
class SessionsTest {
    @TempDir
    Path folder = Path.of("");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Notices notices = new Notices(Runnable::run);

    private Sessions sessions(Path library) {
        return new Sessions(
                new RunLibrary(library),
                new Background(waiting::add, Runnable::run),
                notices,
                new LibraryViewModel(),
                () -> {},
                path -> {});
    }

    private Path file(String name, int trials) {
        byte[] counts = new byte[trials * 12 * 5];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) (i * 7 % 4);
        }
        Path file = folder.resolve(name);
        Npz.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, trials, 12, 5),
                        NamedArray.of("cell_type", new int[] {1, 1, 2, 1, 2}),
                        NamedArray.of("dt", new double[] {0.02})));
        return file;
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private static OpenSession shown(Sessions sessions) {
        return sessions.session().get().orElseThrow();
    }

    @Test
    void cancellingLeavesTheOpenSessionAndItsMapping() throws IOException {
        Sessions sessions = sessions(folder.resolve("runs"));
        Path file = file("a.npz", 90);
        Path chosen = folder.resolve("chosen.json");
        Files.writeString(chosen, """
                {"kind": "arrays",
                 "activity": {"variable": "spikes", "holds": "counts", "axes": ["trial", "bin", "neuron"]},
                 "neurons": {"types": "cell_type"},
                 "time": {"start_ms": 0, "event": "x", "bin_ms": 10}}""");
        sessions.openAs(file, MappingJson.read(chosen), () -> {});
        runAll();
        assertEquals(Optional.empty(), notices.shown().get().map(Notice::sentence));
        assertEquals(10, shown(sessions).session().time().binMs());
        OpenSession before = shown(sessions);
        sessions.open(file, () -> {});
        sessions.opening().stop();
        runAll();
        assertEquals(before, shown(sessions));
        assertEquals(Optional.empty(), notices.shown().get().map(Notice::sentence));
        sessions.open(file, () -> {});
        runAll();
        assertEquals(10, shown(sessions).session().time().binMs(), "still understood as it was chosen");
    }

    /** Such as DALESCOPE_RUNS that names a file, or a path below one. */
    @Test
    void aLibraryThatCannotBeIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        for (Path library : List.of(file, file.resolve("below"), Path.of("/proc/x"))) {
            Sessions sessions = sessions(library);
            sessions.openDemo(() -> {});
            runAll();
            Notice shown = notices.shown().get().orElseThrow();
            assertEquals(Notice.Kind.REFUSAL, shown.kind(), shown.sentence());
            assertTrue(shown.sentence().contains(library + " cannot be made"), shown.sentence());
            notices.dismiss();
            assertEquals(Optional.empty(), sessions.session().get());
        }
    }
}
