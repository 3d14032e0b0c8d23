package org.dalescope.app.ui.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dalescope.app.chart.comparison.ArmLearningCurves.Course;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.suite.SuiteLine.ArmLine;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteViewModelTest {
    private static final long DEADLINE_MS = 60_000;

    @TempDir
    Path folder = Path.of("");

    private final List<SuiteJobState> ends = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SuiteViewModel model = new SuiteViewModel(
            new SuiteSetup(new ConfigurationViewModel(), new RunLibrary(Path.of("nowhere")), 1, false), ends::add);

    private SuiteRequest order() {
        return order(3, 1);
    }

    private SuiteRequest order(int epochs, int parallel) {
        Path file = folder.resolve("small.dalescope");
        Path planFile = folder.resolve("plan.json");
        try {
            if (Files.notExists(file)) {
                SessionArchive.write(SyntheticSession.of(new SyntheticSettings(6, 2, 80, 20, 25, 0, 5)), file);
            }
            Files.writeString(planFile, """
                    {"name": "taus", "settings": {"training": {"epochs": %d, "patience": 100000}}, "seeds": [4, 9],
                     "arms": [{"name": "unit", "settings": {"network": {"tau": {"learned": "unit"}}}},
                              {"name": "full", "settings": {"network": {"recurrent": {"kind": "low-rank-factors", "rank": 64}}}}]}""".formatted(epochs));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Session session = SessionFiles.open(file);
        SuitePlan plan = PlanReader.read(planFile.toString());
        SuiteSession split = SuiteSession.of(session, "", plan.base().configuration());
        return new SuiteRequest(plan, List.of(split), folder.resolve("suite"), parallel, "dalescope suite");
    }

    private void run(SuiteJob job) throws InterruptedException {
        model.start(job, "taus-1", "1 fit at a time");
        job.join(DEADLINE_MS);
        model.pump();
        model.pump();
    }

    private SuiteJob job() {
        return new SuiteJob((size, kind, n) -> new FusedEngine(1), notes::add, this::order, SuiteLauncher.Here::new);
    }

    @Test
    void fitsOfASuiteThatRestsArePausedAndNotRunning() {
        assertEquals(", 2 running", SuiteTableText.running(2, false));
        assertEquals(", 2 paused", SuiteTableText.running(2, true));
        assertEquals("", SuiteTableText.running(0, true));
    }

    @Test
    void aSuiteIsPausedOnceAllFitsThatHaveBegunRest() {
        assertEquals(SuiteSnapshot.Pause.NONE, SuiteSnapshot.Pause.of(false, 0, 2));
        assertEquals(SuiteSnapshot.Pause.ASKED, SuiteSnapshot.Pause.of(true, 0, 0));
        assertEquals(SuiteSnapshot.Pause.ASKED, SuiteSnapshot.Pause.of(true, 1, 2));
        assertEquals(SuiteSnapshot.Pause.RESTS, SuiteSnapshot.Pause.of(true, 2, 2));
    }

    @Test
    void betweenTheRequestAndTheRestThePauseIsAnnounced() throws InterruptedException {
        SuiteJob job = new SuiteJob(
                (size, kind, n) -> new FusedEngine(1), notes::add, () -> order(100_000, 2), SuiteLauncher.Here::new);
        model.start(job, "taus-1", "2 fits at once");
        await(() ->
                model.pictureProperty().get().filter(p -> p.live().size() == 2).isPresent());
        model.paused().orElseThrow().set(true);
        assertFalse(model.pausedNowProperty().get());
        assertTrue(model.detailProperty().get().contains("pauses after this epoch"), model.detailProperty()::get);
        assertTrue(model.detailProperty().get().contains("2 running"), model.detailProperty()::get);
        await(() -> model.pausedNowProperty().get());
        assertEquals(2, job.pausedFits());
        assertTrue(model.detailProperty().get().contains(", 2 paused;"), model.detailProperty()::get);
        model.paused().orElseThrow().set(false);
        assertFalse(model.pausedNowProperty().get());
        assertTrue(model.detailProperty().get().contains("2 running"), model.detailProperty()::get);
        model.stopAndWait(DEADLINE_MS);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_MS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            Thread.sleep(5);
            model.pump();
        }
    }

    @Test
    void aRefusalEndsTheSuiteAndIsHandedOnOnce() throws InterruptedException {
        InputError refusal = new InputError("There is no such session: choose another.");
        run(new SuiteJob(
                (size, kind, n) -> new FusedEngine(1),
                notes::add,
                () -> {
                    throw refusal;
                },
                SuiteLauncher.Here::new));
        assertFalse(model.runningProperty().get());
        assertEquals(1, ends.size());
        assertSame(
                refusal,
                assertInstanceOf(SuiteJobState.Failed.class, ends.getFirst()).cause());
    }

    @Test
    void aStoppedSuiteKeepsWhatItHasAndGoesOnFromItsFolder() throws InterruptedException {
        SuiteJob stopped = job();
        stopped.stop();
        run(stopped);
        SuiteSnapshot begun = model.pictureProperty().get().orElseThrow();
        assertEquals(0, begun.finished());
        assertTrue(begun.canResume());
        run(new SuiteJob(
                (size, kind, n) -> new FusedEngine(1),
                notes::add,
                () -> SuiteRequest.again(new SuiteFolder(folder.resolve("suite")), 1, List.of()),
                SuiteLauncher.Here::new));
        SuiteSnapshot done = model.pictureProperty().get().orElseThrow();
        assertEquals(4, done.finished());
        assertFalse(done.canResume());
        assertTrue(Files.isRegularFile(done.folder().report()));
        assertEquals(done.results(), SuiteSnapshot.read(folder.resolve("suite")).results());
    }

    @Test
    void theTableSaysWhatTheFitsLeft() throws InterruptedException {
        run(job());
        SuiteSnapshot picture = model.pictureProperty().get().orElseThrow();
        SuiteTableText reading = SuiteTableText.of(picture, "");
        assertEquals(
                "dalescope report "
                        + ShellQuoting.quoted(folder.resolve("suite").toString()),
                reading.reportCommand());
        List<ArmLine> lines = reading.lines();
        assertEquals(
                List.of("base", "unit", "full"),
                lines.stream().map(SuiteLine::arm).toList());
        assertTrue(lines.get(2).leftOut().isPresent(), "rank 64 is no constraint on 8 units");
        assertEquals(List.of(), lines.get(2).fits());
        assertEquals("left out", text(SuiteColumn.state(), lines.get(2)));
        assertEquals("2 of 2", text(SuiteColumn.state(), lines.get(1)));
        FitLine base = lines.get(0).fits().getFirst();
        FitLine unit = lines.get(1).fits().getFirst();
        assertEquals(4, unit.cell().seed());
        assertEquals(psthR(unit) - psthR(base), unit.difference());
        assertTrue(Double.isNaN(base.difference()));
        double mean = (psthR(unit) + psthR(lines.get(1).fits().getLast())) / 2;
        assertEquals(
                mean,
                SuiteColumn.scores().getFirst().ofArm().apply(lines.get(1)).order(),
                1e-12);
        assertTrue(reading.ceilings().contains("training PSTH 0."), reading.ceilings());
        assertEquals("4 of 4 fits finished", reading.headline());
        List<Course> courses = reading.courses(Set.of("unit"));
        assertEquals(List.of("base", "unit"), courses.stream().map(Course::arm).toList());
        assertEquals(
                unit.fit().orElseThrow().history(), courses.getLast().seeds().getFirst());
    }

    @Test
    void aRunningFitIsSeenWithItsEpochsAndItsFailureWithItsSentence() {
        assertEquals("50 %, epoch 20 of 40", new SuiteFitState.Running(20, 40).words());
        assertEquals("failed: no memory", new SuiteFitState.Failed("no memory").words());
    }

    private static double psthR(FitLine line) {
        return line.fit().orElseThrow().score(ScoreKind.PSTH_R).value();
    }

    private static String text(SuiteColumn column, ArmLine line) {
        return column.ofArm().apply(line).text();
    }
}
