package org.dalescope.model.suite.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.ArmVerdict;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {
    private static final String ARMS = """
            {"name": "l2", "settings": {"loss": {"l2": 0.1}}},
            {"name": "tau", "settings": {"network": {"tau": {"learned": "unit"}}}}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path session = Path.of(".");

    @BeforeEach
    void writeSession() {
        session = folder.resolve("small.dalescope");
        SessionArchive.write(SmallSessions.small(), session);
    }

    private SuitePlan plan(String arms, String seeds, int epochs) throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, """
                {"name": "test", "settings": {"training": {"epochs": %d}}, "seeds": [%s], "arms": [%s]}""".formatted(epochs, seeds, arms));
        return PlanReader.read(file.toString());
    }

    private SuiteRequest request(SuitePlan plan, String out, int parallel) {
        Session open = SessionFiles.open(session);
        return new SuiteRequest(
                plan,
                List.of(new SuiteSession(
                        open, Fit.defaultSplit(open, plan.base().configuration()))),
                folder.resolve(out),
                parallel,
                "dalescope suite");
    }

    private SuiteResults run(SuiteRequest request, FitControl stop, SuiteListener listener) {
        return SuiteRun.run(request, (size, kind, notes) -> new FusedEngine(1), stop, listener);
    }

    /** What every fit left that does not tell the time: parameters, scores, and the table without its seconds. */
    private static Map<String, String> numbers(SuiteResults results, Path out) throws IOException {
        Map<String, String> all = new TreeMap<>();
        results.fits()
                .forEach((cell, fit) ->
                        all.put(cell.toString(), fit.parametersSha256() + fit.scores() + fit.bestEpoch()));
        List<String> header = List.of();
        for (String line : Files.readAllLines(out.resolve("comparison.csv"))) {
            List<String> cells = List.of(line.split(",", -1));
            header = header.isEmpty() ? cells : header;
            for (int i = 0; i < cells.size(); i++) {
                if (!header.get(i).endsWith("_s")) {
                    all.put(cells.get(1) + " " + header.get(i), cells.get(i));
                }
            }
        }
        return all;
    }

    @Test
    void fitsSideBySideGiveTheSameNumbersAsOneAfterTheOther() throws IOException {
        SuitePlan plan = plan(ARMS, "5, 2", 4);
        SuiteResults one = run(request(plan, "one", 1), new FitControl(), new Watch());
        SuiteResults two = run(request(plan, "two", 3), new FitControl(), new Watch());
        assertEquals(6, one.fits().size());
        assertEquals(numbers(one, folder.resolve("one")), numbers(two, folder.resolve("two")));
    }

    @Test
    void aStoppedSuiteGoesOnWithoutRepeatingWhatIsFinished() throws IOException {
        SuitePlan plan = plan(ARMS, "1, 2", 5);
        SuiteResults whole = run(request(plan, "whole", 1), new FitControl(), new Watch());
        FitControl stop = new FitControl();
        // In the middle of the third fit.
        Watch first = new Watch() {
            @Override
            public void epoch(FitKey cell, EpochSnapshot snapshot) {
                if (finished.size() == 2 && snapshot.record().epoch() == 2) {
                    stop.raise();
                }
            }
        };
        SuiteResults half = run(request(plan, "halves", 1), stop, first);
        assertEquals(2, half.fits().size());
        Watch second = new Watch();
        SuiteResults both = run(request(plan, "halves", 1), new FitControl(), second);
        assertEquals(Set.of("base, seed 1", "l2, seed 1"), first.finished);
        assertEquals(Set.of("tau, seed 1", "base, seed 2", "l2, seed 2", "tau, seed 2"), second.finished);
        assertEquals(2, second.before);
        assertEquals(2, second.resumedAt);
        assertEquals(numbers(whole, folder.resolve("whole")), numbers(both, folder.resolve("halves")));
    }

    /** A fit takes about a tenth of the program's memory, so that one is no matter and sixteen are too many. */
    @Test
    void fitsThatDoNotFitIntoMemoryAtOnceAreRefusedBeforeTheFirst() throws IOException {
        int epochs = Math.toIntExact(Runtime.getRuntime().maxMemory() / 10 / (72 * Double.BYTES));
        SuitePlan plan = plan(ARMS, "1, 2", epochs);
        FitControl stopped = new FitControl();
        stopped.raise();
        assertEquals(
                0, run(request(plan, "one", 1), stopped, new Watch()).fits().size());
        InputError refusal =
                assertThrows(InputError.class, () -> run(request(plan, "sixteen", 16), stopped, new Watch()));
        assertTrue(refusal.sentence().contains("A suite with 16 fits at once needs "), refusal::sentence);
        assertTrue(
                refusal.sentence().contains(": lower --parallel, or give the program more memory"), refusal::sentence);
        assertFalse(Files.exists(folder.resolve("sixteen")));
    }

    @Test
    void aBrokenFitIsMadeAnewAndAnOtherSuitesFolderIsLeftAlone() throws IOException {
        SuitePlan plan = plan(ARMS, "1", 3);
        SuiteResults first = run(request(plan, "suite", 2), new FitControl(), new Watch());
        RunFolder run = new SuiteFolder(folder.resolve("suite")).run(cell(first, "tau", 1));
        Files.writeString(run.runJson(), "{ half a fi");
        Watch again = new Watch();
        SuiteResults second = run(request(plan, "suite", 2), new FitControl(), again);
        assertEquals(Set.of("tau, seed 1"), again.finished);
        assertEquals(first.fits(), withoutSeconds(second, first));
        InputError other = assertThrows(
                InputError.class,
                () -> run(
                        request(plan.with("loss.l2", "0.5").withSeeds(List.of(1L)), "suite", 1),
                        new FitControl(),
                        again));
        assertTrue(other.sentence().contains("have the same settings")
                || other.sentence().contains("loss.l2"));
        Files.writeString(folder.resolve("mine.txt"), "notes");
        InputError mine = assertThrows(InputError.class, () -> run(request(plan, ".", 1), new FitControl(), again));
        assertTrue(mine.sentence().contains("holds other files"), mine.sentence());
    }

    /** Seconds and milliseconds are measured: taken from the other reading, so that all else can be compared. */
    private static Map<FitKey, FitSummary> withoutSeconds(SuiteResults results, SuiteResults other) {
        Map<FitKey, FitSummary> all = new LinkedHashMap<>();
        results.fits().forEach((cell, fit) -> {
            FitSummary same = Objects.requireNonNull(other.fits().get(cell));
            assertEquals(same.parametersSha256(), fit.parametersSha256());
            all.put(
                    cell,
                    new FitSummary(
                            cell,
                            fit.scores(),
                            fit.compared(),
                            fit.rivals(),
                            fit.health(),
                            same.history(),
                            fit.bestEpoch(),
                            same.seconds(),
                            fit.warnings(),
                            fit.parametersSha256()));
        });
        return all;
    }

    @Test
    void armsThatEndAlikeAreFlagged() throws IOException {
        // Three epochs never try a patience of 40 or 50.
        SuitePlan plan = plan("{\"name\": \"patient\", \"settings\": {\"training\": {\"patience\": 50}}}", "1, 2", 3);
        SuiteResults results = run(request(plan, "twins", 1), new FitControl(), new Watch());
        assertEquals(List.of("identical-arms"), codes(results, "identical-arms"));
        ArmComparison row = SuiteComparison.of(results).getFirst().arms().getLast();
        assertEquals(0, row.overSeeds().mean());
        assertEquals(1, row.overSeeds().p());
        assertEquals(ArmVerdict.WITHIN_SEED_NOISE, row.verdict());
    }

    @Test
    void anArmThatCannotBeFittedIsLeftOutAndARefusedBaseEndsTheSuite() throws IOException {
        SuitePlan plan = plan(ARMS + """
                , {"name": "rank", "settings": {"network": {"recurrent": {"kind": "low-rank-factors", "rank": 200}}}}""", "1", 2);
        Watch watch = new Watch();
        SuiteResults results = run(request(plan, "suite", 1), new FitControl(), watch);
        assertEquals(3, results.fits().size());
        assertEquals(List.of("arm-left-out"), codes(results, "arm-left-out"));
        assertTrue(watch.notes.getFirst().contains("Arm 'rank'"), watch.notes.toString());
        SuitePlan allRefused = plan.with("network.leak", "euler").with("network.tau.initial_e", "20");
        InputError refusal = assertThrows(
                InputError.class, () -> run(request(allRefused, "none", 1), new FitControl(), new Watch()));
        assertTrue(refusal.sentence().contains("tau"), refusal.sentence());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void theTableIsTheMeanOfTheFits() throws IOException {
        SuiteResults results = run(request(plan(ARMS, "1, 2, 3", 6), "suite", 2), new FitControl(), new Watch());
        ArmComparison row = SuiteComparison.of(results).getFirst().arms().getLast();
        double mean = 0;
        double difference = 0;
        for (long seed : List.of(1L, 2L, 3L)) {
            double tau = score(results, "tau", seed);
            mean += tau / 3;
            difference += (tau - score(results, "base", seed)) / 3;
        }
        assertEquals(mean, row.psthR().mean(), 1e-12);
        assertEquals(difference, row.overSeeds().mean(), 1e-12);
        assertEquals(3, row.overSeeds().n());
        assertTrue(Double.isFinite(row.ensemble().getOrDefault(ScoreKind.PSTH_R, Double.NaN)));
    }

    private static double score(SuiteResults results, String arm, long seed) {
        return Objects.requireNonNull(results.fits().get(cell(results, arm, seed)))
                .score(ScoreKind.PSTH_R)
                .value();
    }

    private static FitKey cell(SuiteResults results, String arm, long seed) {
        return new FitKey(results.suite().sessions().getFirst().folder(), arm, seed);
    }

    private static List<String> codes(SuiteResults results, String code) {
        return SuiteComparison.of(results).getFirst().findings().stream()
                .map(finding -> finding.code())
                .filter(code::equals)
                .toList();
    }

    /** Writes down what it is told. */
    private static class Watch implements SuiteListener {
        final Set<String> finished = new LinkedHashSet<>();
        final List<String> notes = new ArrayList<>();
        int before;
        int resumedAt;

        @Override
        public void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> there) {
            before = there.size();
        }

        @Override
        public void started(FitKey cell, int epoch) {
            resumedAt = Math.max(resumedAt, epoch);
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
            notes.add(reason);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
