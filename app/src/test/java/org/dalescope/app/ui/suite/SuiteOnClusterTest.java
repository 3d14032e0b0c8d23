package org.dalescope.app.ui.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.suite.launch.SuiteTask;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A suite of the window whose fits are a cluster's. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SuiteOnClusterTest {
    private static final long DEADLINE_NANOS = 30_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private final List<SuiteJobState> ends = new ArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final SuiteViewModel model = new SuiteViewModel(
            new SuiteSetup(new ConfigurationViewModel(), new RunLibrary(Path.of("nowhere")), 1, true), ends::add);

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "waited too long; " + notes);
            Thread.sleep(5);
            model.pump();
        }
    }

    private SuiteSnapshot shown() {
        return model.pictureProperty().get().orElseThrow();
    }

    private boolean shows(int finished) {
        return model.pictureProperty()
                .get()
                .filter(p -> p.finished() == finished)
                .isPresent();
    }

    @Test
    void theTableFollowsTheTasksAndTheWindowMayGoAndComeBack() throws IOException, InterruptedException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        SuiteJob first = cluster.job(notes);
        model.start(first, "taus", "on the SLURM cluster");
        await(() -> notes.stream().anyMatch(note -> note.startsWith("Job array 1 has 4 tasks")));
        assertTrue(cluster.runTask(0, new FitControl(), new SuiteOnFakeCluster.Silent()));
        await(() -> shows(1));
        assertTrue(shown().isLive() && shown().isOnCluster());
        model.stop();
        await(() -> !ends.isEmpty());
        assertTrue(notes.getLast().startsWith("The tasks continue on the cluster"), notes::toString);
        assertTrue(Files.exists(folder.resolve("queue")), "nobody took them away");

        FitControl preempted = new FitControl();
        assertFalse(cluster.runTask(1, preempted, new SuiteOnFakeCluster.Silent() {
            @Override
            public void epoch(FitKey cell, EpochSnapshot snapshot) {
                if (snapshot.record().epoch() == 2) {
                    preempted.raise();
                }
            }
        }));
        SuiteSnapshot left = SuiteSnapshot.read(cluster.suite().folder());
        assertTrue(left.isOnCluster() && left.canResume() && !left.isLive());
        FitKey half = cluster.suite().suite().cells().get(1);
        assertEquals(new SuiteFitState.Running(2, 4), left.states().get(half));
        String headline = SuiteTableText.of(left, "").headline();
        assertTrue(headline.startsWith("1 of 4 fits finished; it runs on a SLURM cluster"), headline);

        model.start(cluster.job(notes), "taus", "on the SLURM cluster");
        for (int task = 1; task < 4; task++) {
            assertTrue(cluster.runTask(task, new FitControl(), new SuiteOnFakeCluster.Silent()));
        }
        await(() -> ends.size() == 2);
        assertEquals(4, shown().finished());
        assertFalse(shown().isOnCluster());
        assertEquals("4 of 4 fits finished", SuiteTableText.of(shown(), "").headline());
        assertTrue(Files.isRegularFile(cluster.suite().report()));
    }

    @Test
    void aSuiteThatIsCancelledElsewhereEndsWithASentenceAndIsNoFailure() throws IOException, InterruptedException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        model.start(cluster.job(notes), "taus", "on the SLURM cluster");
        await(() -> notes.stream().anyMatch(note -> note.startsWith("Job array 1 has 4 tasks")));
        assertEquals(
                List.of("1"),
                SuiteTask.cancel(
                        cluster.suite(), SlurmCluster.onPath(cluster.loginNode().path())));
        await(() -> !ends.isEmpty());
        assertFalse(model.runningProperty().get());
        assertTrue(
                ends.getFirst() instanceof SuiteJobState.Cancelled(String sentence)
                        && sentence.startsWith("The suite was cancelled"),
                ends::toString);
    }

    @Test
    void withoutSlurmTheJobEndsWithASentence() throws IOException, InterruptedException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        assertTrue(cluster.loginNode().isOne());
        ClusterLogin none = new ClusterLogin(folder.toString(), Duration.ofMillis(10));
        assertFalse(none.isOne());
        model.start(
                new SuiteJob(
                        (size, kind, n) -> {
                            throw new AssertionError("nothing is to be computed");
                        },
                        notes::add,
                        cluster::order,
                        none.place(4)),
                "taus",
                "on the SLURM cluster");
        await(() -> !ends.isEmpty());
        assertTrue(
                ends.getFirst() instanceof SuiteJobState.Failed(Throwable cause)
                        && String.valueOf(cause.getMessage()).startsWith("SLURM was not found"),
                ends::toString);
    }
}
