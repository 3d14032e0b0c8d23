package org.dalescope.app.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.suite.SuiteOnFakeCluster;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.suite.launch.SuiteTask;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SuiteCommandsTest {
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Notifications notices = new Notifications(Runnable::run);

    @Test
    void aSuiteThatIsCancelledElsewhereIsSaidAsInformationAndStaysOnShow() throws IOException, InterruptedException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        SuiteCommands suites = new SuiteCommands(
                new RunLibrary(folder),
                cluster.loginNode(),
                threads -> (size, kind, n) -> new FusedEngine(1),
                new BackgroundTasks(Runnable::run, Runnable::run),
                notices,
                new LibraryViewModel(),
                () -> {},
                new ConfigurationViewModel(),
                waiting -> {});
        suites.model().start(cluster.job(notes), "taus", "on the SLURM cluster");
        await(suites, () -> notes.stream().anyMatch(note -> note.startsWith("Job array 1 has 4 tasks")));
        await(suites, () -> suites.model().pictureProperty().get().isPresent());
        assertEquals(
                List.of("1"),
                SuiteTask.cancel(
                        cluster.suite(), SlurmCluster.onPath(cluster.loginNode().path())));
        await(suites, () -> !suites.model().runningProperty().get());
        Notification notice = notices.shownProperty().get().orElseThrow();
        assertEquals(Notification.Kind.INFORMATION, notice.kind());
        assertTrue(notice.sentence().startsWith("The suite was cancelled"), notice.sentence());
        assertTrue(suites.model().pictureProperty().get().orElseThrow().canResume());
    }

    private void await(SuiteCommands suites, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "waited too long; " + notes);
            Thread.sleep(5);
            suites.model().pump();
        }
    }
}
