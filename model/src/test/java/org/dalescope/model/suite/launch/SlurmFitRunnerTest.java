package org.dalescope.model.suite.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.slurm.FakeSlurm;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SlurmFitRunnerTest {
    private static final long DEADLINE_NANOS = 30_000_000_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeSlurm fake;

    @SuppressWarnings("NullAway.Init")
    private SuitePlan plan;

    @BeforeEach
    void writeSessionAndPlan() throws IOException {
        SessionArchive.write(SmallSessions.small(), folder.resolve("small.dalescope"));
        Path file = folder.resolve("plan.json");
        Files.writeString(file, """
                {"name": "test", "settings": {"training": {"epochs": 6}}, "seeds": [5, 2],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}]}""");
        plan = PlanReader.read(file.toString());
        fake = FakeSlurm.in(folder.resolve("fake"));
    }

    private SuiteRequest request(String out) {
        Session open = SessionFiles.open(folder.resolve("small.dalescope"));
        SuiteSession session =
                new SuiteSession(open, Fit.defaultSplit(open, plan.base().configuration()));
        return new SuiteRequest(plan, List.of(session), folder.resolve(out), 1, "dalescope suite");
    }

    private SuiteLauncher cluster() {
        SlurmTaskEngine engine = new SlurmTaskEngine("fused", "cpu");
        return new SuiteLauncher.Cluster(
                SlurmCluster.onPath(fake.path()), "dalescope", engine, 0, Duration.ofMillis(10));
    }

    private CompletableFuture<SuiteResults> follow(FitControl stop, Told told) {
        SuiteRequest request = request("cluster");
        SuiteLauncher place = cluster();
        return CompletableFuture.supplyAsync(
                () -> SuiteRun.run(request, (size, kind, notes) -> new FusedEngine(1), place, stop, told),
                task -> Thread.ofPlatform().name("follower").daemon().start(task));
    }

    /** What a machine of the cluster does with a task of a job. */
    private boolean runTask(int job, int task, FitControl stop, SuiteListener listener) {
        SuiteFolder suite = new SuiteFolder(folder.resolve("cluster"));
        Path tasks = suite.slurm().resolve(String.format(Locale.ROOT, "tasks-%03d.json", job));
        return SuiteTask.run(suite, tasks, task, 1, stop, listener);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            Thread.sleep(5);
        }
    }

    private static Map<String, String> parameters(SuiteResults results) {
        Map<String, String> all = new TreeMap<>();
        results.fits().forEach((cell, fit) -> all.put(cell.toString(), fit.parametersSha256() + fit.scores()));
        return all;
    }

    @Test
    void aKilledTaskIsSubmittedAgainAndTheNumbersAreThoseOfOneProgram() throws Exception {
        SuiteResults here =
                SuiteRun.run(request("here"), (size, kind, notes) -> new FusedEngine(1), new FitControl(), new Told());
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        await(() -> fake.isQueued(1));
        await(() -> told.notes.stream().anyMatch(note -> note.contains("All tasks wait: Resources")));
        fake.queue(1, "0|RUNNING|None\n1|RUNNING|None\n2|RUNNING|None\n3|RUNNING|None\n");
        for (int task = 0; task < 3; task++) {
            assertTrue(runTask(1, task, new FitControl(), new Told()));
        }
        // The last one is pre-empted in the middle.
        FitControl preempted = new FitControl();
        Told watch = new Told() {
            @Override
            public void epoch(FitKey cell, EpochSnapshot snapshot) {
                if (snapshot.record().epoch() == 3) {
                    preempted.raise();
                }
            }
        };
        assertFalse(runTask(1, 3, preempted, watch));
        fake.forget(1);
        await(() -> fake.isQueued(2));
        assertTrue(fake.submissions().get(1).contains("--array=0-0"));
        Told resumed = new Told();
        assertTrue(runTask(2, 0, new FitControl(), resumed));
        assertEquals(List.of("l2, seed 2 at 3"), resumed.started);
        fake.forget(2);
        SuiteResults there = followed.get();
        assertEquals(parameters(here), parameters(there));
        assertEquals(4, told.finished.size());
        assertTrue(
                told.notes.stream().anyMatch(note -> note.contains("continues after epoch 3")), told.notes::toString);
    }

    @Test
    void whoFollowsMayGoAndComeBack() throws Exception {
        FitControl disconnected = new FitControl();
        CompletableFuture<SuiteResults> first = follow(disconnected, new Told());
        await(() -> fake.isQueued(1));
        disconnected.raise();
        first.get();
        assertTrue(fake.isQueued(1));
        for (int task = 0; task < 4; task++) {
            assertTrue(runTask(1, task, new FitControl(), new Told()));
        }
        Told told = new Told();
        assertEquals(4, follow(new FitControl(), told).get().fits().size());
        assertEquals(1, fake.submissions().size());
    }

    @Test
    void arraysAreAsLargeAsTheClusterTakes() throws Exception {
        fake.mostTasks(3);
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), new Told());
        await(() -> fake.isQueued(2));
        assertTrue(fake.submissions().get(0).contains("--array=0-2"));
        assertTrue(fake.submissions().get(1).contains("--array=0-0"));
        for (int task = 0; task < 3; task++) {
            assertTrue(runTask(1, task, new FitControl(), new Told()));
        }
        assertTrue(runTask(2, 0, new FitControl(), new Told()));
        assertEquals(4, followed.get().fits().size());
    }

    /** A limit of three queued tasks: of four fits two are submitted, then one, and the last when others have ended. */
    @Test
    void fitsBeyondALimitOnJobsAreSubmittedWhenThereIsRoom() throws Exception {
        fake.limit(3);
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        await(() -> fake.isQueued(2) && told.notes.stream().anyMatch(note -> note.contains("AssocMaxSubmitJobLimit")));
        assertTrue(fake.submissions().get(0).contains("--array=0-1"));
        assertTrue(fake.submissions().get(1).contains("--array=0-0"));
        assertTrue(
                told.notes.stream().anyMatch(note -> note.contains("1 fit is submitted as soon as")),
                told.notes::toString);
        assertTrue(runTask(1, 0, new FitControl(), new Told()));
        assertTrue(runTask(1, 1, new FitControl(), new Told()));
        fake.forget(1);
        int last = fake.submissions().size() + 1;
        await(() -> fake.isQueued(3));
        assertEquals(3, last);
        assertTrue(runTask(2, 0, new FitControl(), new Told()));
        assertTrue(runTask(3, 0, new FitControl(), new Told()));
        assertEquals(4, followed.get().fits().size());
    }

    @Test
    void tasksThatGetNowhereFailAfterThreeSubmissions() throws Exception {
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        for (int job = 1; job <= 3; job++) {
            int submitted = job;
            await(() -> fake.isQueued(submitted));
            fake.forget(job);
        }
        SuiteResults results = followed.get();
        assertEquals(4, results.failures().size());
        assertTrue(told.failed.getFirst().contains("3 times"), told.failed::toString);
        assertEquals(3, fake.submissions().size());
    }

    /** The room of the lost tasks is taken by others, so that the fits wait before they are submitted again. */
    @Test
    void waitingForRoomDoesNotForgetFruitlessSubmissions() throws Exception {
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        for (int job = 1; job <= 3; job++) {
            int submitted = job;
            await(() -> fake.isQueued(submitted));
            if (job < 3) {
                fake.limit(0);
            }
            fake.forget(job);
            if (job < 3) {
                await(() -> told.notes.stream()
                                .filter(note -> note.contains("submitted as soon as"))
                                .count()
                        == 1);
                fake.limit(100);
            }
        }
        assertEquals(4, followed.get().failures().size());
        assertTrue(told.failed.getFirst().contains("3 times"), told.failed::toString);
    }

    /** A time limit that is too long does not pass: the suite ends with SLURM's words in place of waiting for room. */
    @Test
    void aViolationThatNeverPassesEndsTheSuite() throws Exception {
        fake.say("QOSMaxWallDurationPerJobLimit");
        Exception ended = assertThrows(
                Exception.class, () -> follow(new FitControl(), new Told()).get());
        assertTrue(String.valueOf(ended.getMessage()).contains("QOSMaxWallDurationPerJobLimit"), String.valueOf(ended));
    }

    @Test
    void theScopeOfAnUnannouncedArrayLimitIsFound() throws Exception {
        fake.mostTasks(3);
        fake.silentAboutArrays();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), new Told());
        await(() -> fake.isQueued(2));
        assertTrue(fake.submissions().get(0).contains("--array=0-1"));
        assertTrue(fake.submissions().get(1).contains("--array=0-1"));
        for (int task = 0; task < 2; task++) {
            assertTrue(runTask(1, task, new FitControl(), new Told()));
            assertTrue(runTask(2, task, new FitControl(), new Told()));
        }
        assertEquals(4, followed.get().fits().size());
    }

    @Test
    void aSilentSchedulerSaysNothingOfTheTasks() throws Exception {
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        await(() -> fake.isQueued(1));
        fake.down(true);
        await(() -> told.notes.stream().anyMatch(note -> note.contains("does not answer")));
        for (int task = 0; task < 4; task++) {
            assertTrue(runTask(1, task, new FitControl(), new Told()));
        }
        assertEquals(4, followed.get().fits().size());
        assertEquals(1, fake.submissions().size());
    }

    @Test
    void cancellingTakesTheArrayAndEndsWhoFollows() throws Exception {
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        await(() -> told.notes.stream().anyMatch(note -> note.startsWith("Job array 1 has")));
        SuiteFolder suite = new SuiteFolder(folder.resolve("cluster"));
        assertEquals(List.of("1"), SuiteTask.cancel(suite, SlurmCluster.onPath(fake.path())));
        assertFalse(fake.isQueued(1));
        Exception ended = assertThrows(Exception.class, followed::get);
        assertTrue(String.valueOf(ended.getMessage()).contains("was cancelled"), String.valueOf(ended));
    }

    @Test
    void aRefusedSubmissionLeavesNothingBehindAndARefusedTaskIsNotRepeated() throws Exception {
        fake.refuse(true);
        assertThrows(Exception.class, () -> follow(new FitControl(), new Told()).get());
        fake.refuse(false);
        Told told = new Told();
        CompletableFuture<SuiteResults> followed = follow(new FitControl(), told);
        await(() -> fake.isQueued(1));
        // The session is another one by the time the tasks start.
        Files.write(folder.resolve("small.dalescope"), new byte[] {1, 2, 3});
        for (int task = 0; task < 4; task++) {
            int number = task;
            assertThrows(InputError.class, () -> runTask(1, number, new FitControl(), new Told()));
        }
        fake.forget(1);
        assertEquals(4, followed.get().failures().size());
        assertEquals(1, fake.submissions().size());
    }

    @Test
    void aTaskThatIsRunTwiceFindsItsResult() throws Exception {
        FitControl disconnected = new FitControl();
        CompletableFuture<SuiteResults> first = follow(disconnected, new Told());
        await(() -> fake.isQueued(1));
        disconnected.raise();
        first.get();
        assertTrue(runTask(1, 0, new FitControl(), new Told()));
        Told again = new Told();
        assertTrue(runTask(1, 0, new FitControl(), again));
        assertEquals(List.of(), again.started);
        SuiteFolder suite = new SuiteFolder(folder.resolve("cluster"));
        FitKey cell = SuiteJson.read(suite).cells().getFirst();
        assertEquals(RunStatus.FINISHED, RunDescription.read(suite.run(cell)).status());
    }

    /** Writes down what it is told, from whichever thread. */
    private static class Told implements SuiteListener {
        final List<String> started = Collections.synchronizedList(new ArrayList<>());
        final List<String> finished = Collections.synchronizedList(new ArrayList<>());
        final List<String> failed = Collections.synchronizedList(new ArrayList<>());
        final List<String> notes = new CopyOnWriteArrayList<>();

        @Override
        public void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> there) {}

        @Override
        public void started(FitKey cell, int epoch) {
            started.add(cell + " at " + epoch);
        }

        @Override
        public void epoch(FitKey cell, EpochSnapshot snapshot) {}

        @Override
        public void reached(FitKey cell, int epoch) {}

        @Override
        public void finished(FitKey cell, FitSummary fit) {
            finished.add(cell.toString());
        }

        @Override
        public void failed(FitKey cell, String reason) {
            failed.add(reason);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
