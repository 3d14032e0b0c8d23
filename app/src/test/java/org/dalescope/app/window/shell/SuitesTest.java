package org.dalescope.app.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.dalescope.app.window.configure.ConfigurationViewModel;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.suite.SuiteOnFakeCluster;
import org.dalescope.model.cluster.Slurm;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.experiment.SuiteTask;
import org.dalescope.model.run.RunLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SuitesTest {
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Notices notices = new Notices(Runnable::run);

    @Test
    void aSuiteThatIsCancelledElsewhereIsSaidAsInformationAndStaysOnShow() throws IOException, InterruptedException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        Suites suites = new Suites(
                new RunLibrary(folder),
                cluster.loginNode(),
                threads -> (size, kind, n) -> new FusedEngine(1),
                new Background(Runnable::run, Runnable::run),
                notices,
                new LibraryViewModel(),
                () -> {},
                new ConfigurationViewModel(),
                waiting -> {});
        suites.model().start(cluster.job(notes), "taus", "on the SLURM cluster");
        await(suites, () -> notes.stream().anyMatch(note -> note.startsWith("Job array 1 has 4 tasks")));
        await(suites, () -> suites.model().picture().get().isPresent());
        assertEquals(
                List.of("1"),
                SuiteTask.cancel(
                        cluster.suite(), Slurm.onPath(cluster.loginNode().path())));
        await(suites, () -> !suites.model().running().get());
        Notice notice = notices.shown().get().orElseThrow();
        assertEquals(Notice.Kind.INFORMATION, notice.kind());
        assertTrue(notice.sentence().startsWith("The suite was cancelled"), notice.sentence());
        assertTrue(suites.model().picture().get().orElseThrow().canGoOn());
    }

    private void await(Suites suites, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "waited too long; " + notes);
            Thread.sleep(5);
            suites.model().pump();
        }
    }
}
