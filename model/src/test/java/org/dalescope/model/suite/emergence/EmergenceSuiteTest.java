package org.dalescope.model.suite.emergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.suite.launch.SuiteListener;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteRun;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped plan on a small session with few epochs: everything is there and agrees with the run folders. */
class EmergenceSuiteTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SuiteSession session(String name, int seed, SuitePlan plan) {
        Path file = folder.resolve(name + ".dalescope");
        SessionArchive.write(
                SyntheticSession.of(new SyntheticSettings(8, 3, 80, 52, 25, 2, seed)
                        .with("task", "delayed-saccade")
                        .with("selectivity", "recurrence")),
                file);
        Session open = SessionFiles.open(file);
        return new SuiteSession(open, Fit.defaultSplit(open, plan.base().configuration()));
    }

    private SuiteResults run(SuitePlan plan, List<SuiteSession> sessions, Path out) {
        return SuiteRun.run(
                new SuiteRequest(plan, sessions, out, 2, "dalescope suite emergence"),
                (size, kind, notes) -> new FusedEngine(1),
                new FitControl(),
                silent());
    }

    /** A listener that ignores all events. */
    private static SuiteListener silent() {
        return (SuiteListener) Proxy.newProxyInstance(
                SuiteListener.class.getClassLoader(),
                new Class<?>[] {SuiteListener.class},
                (self, method, given) -> null);
    }

    @Test
    void theShippedPlanHasTheLaboratorysArms() {
        SuitePlan plan = PlanReader.read("emergence");
        assertEquals(
                List.of("base", "E0", "E1", "E2", "E3a", "E3b", "E4", "without-recurrence", "E2-without-recurrence"),
                plan.arms().stream().map(Arm::name).toList());
        assertEquals(SuiteQuestion.EMERGENCE, plan.question().orElseThrow());
        // 3 + 1 + 1 + 3 + 2 + 2 + 2 + 3 + 1 fits
        assertEquals(
                18,
                plan.arms().stream()
                        .mapToInt(arm -> Math.min(3, arm.firstSeeds()))
                        .sum());
    }

    /** The arms that the answer needs, and one with a single seed. */
    private static SuitePlan shortPlan() {
        SuitePlan shipped = PlanReader.read("emergence").with("training.epochs", "2");
        return new SuitePlan(
                shipped.name(),
                shipped.help(),
                shipped.arms().stream()
                        .filter(arm -> !arm.name().matches("E3.|E4"))
                        .toList(),
                List.of(1L, 2L),
                List.of(),
                "",
                List.of(),
                shipped.question(),
                List.of());
    }

    @Test
    void theAnswerIsWrittenAndReadAgainAndASecondRunGivesTheSame() throws IOException {
        SuitePlan plan = shortPlan();
        List<SuiteSession> sessions = List.of(session("one", 5, plan), session("two", 6, plan));
        Path out = folder.resolve("suite");
        SuiteResults results = run(plan, sessions, out);
        assertEquals(2 * (2 * 3 + 3), results.fits().size(), "three arms have one seed, three two");
        EmergenceFiles.Answer answer = EmergenceFiles.read(new SuiteFolder(out)).orElseThrow();
        assertEquals(2, answer.sessions().size());
        assertEquals(3, answer.sentences().size());
        SessionEmergence first = answer.sessions().getFirst();
        EmergenceScores scores = first.evidence();
        double base = bits(first, "base");
        double cut = bits(first, SuiteQuestion.ALL_CUT);
        assertEquals(base - cut, scores.recurrence().value(), 1e-12);
        assertEquals(base, scores.score(), 1e-12);
        double[] both = answer.sessions().stream()
                .mapToDouble(one -> one.evidence().recurrence().value())
                .toArray();
        assertEquals((both[0] + both[1]) / 2, answer.pooled().mean(), 1e-12);
        // Student's interval of two values is their mean +- 12.706 times half of their distance.
        assertEquals(
                12.706204736 * Math.abs(both[0] - both[1]) / 2,
                answer.pooled().high() - answer.pooled().mean(),
                1e-6);
        String before = Files.readString(out.resolve("emergence.json"));
        run(plan, sessions, out);
        assertEquals(before, Files.readString(out.resolve("emergence.json")));
        assertTrue(Files.readString(out.resolve("emergence_factors.csv")).contains("E2,salience"));
        assertTrue(Files.readString(out.resolve("runs/" + first.session() + "/E2/seed-1/inputs.csv"))
                .contains("reward_at_location_4_from_target_loc"));
    }

    private static double bits(SessionEmergence session, String arm) {
        return Optional.ofNullable(session.scores().get(arm))
                .orElseThrow()
                .of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
    }

    /** An arm that cannot be fitted: the session has no answer, and says why. */
    @Test
    void aSessionWithoutAnArmSaysWhyItHasNoAnswer() {
        SuitePlan plan =
                shortPlan().with("network.inputs.field_factor", "place").withSeeds(List.of(1L));
        Path out = folder.resolve("suite");
        run(plan, List.of(session("one", 5, plan)), out);
        EmergenceFiles.Answer answer = EmergenceFiles.read(new SuiteFolder(out)).orElseThrow();
        assertEquals(List.of(), answer.sessions());
        String sentence = answer.sentences().getFirst();
        assertTrue(sentence.contains("the arm 'E2' has no finished fit"), sentence);
        assertTrue(sentence.contains("network.inputs.field_factor, which is 'place'"), sentence);
    }

    @Test
    void aDamagedAnswerIsRefused() throws IOException {
        Files.writeString(folder.resolve("emergence.json"), "{}");
        assertThrows(InputError.class, () -> EmergenceFiles.read(new SuiteFolder(folder)));
        Files.writeString(folder.resolve("emergence.json"), "{\"sessions\": 3}");
        String sentence = assertThrows(InputError.class, () -> EmergenceFiles.read(new SuiteFolder(folder)))
                .sentence();
        assertTrue(sentence.contains("run the suite again"), sentence);
    }

    @Test
    void mistakesInThePlanAreRefused() throws IOException {
        refused("\"question\": \"emergense\"", "use emergence");
        refused("\"question\": \"emergence\"", "needs the arms base, E2");
        refused(
                "\"arms\": [{\"name\": \"a\", \"first_seeds\": 0, \"settings\": {\"loss\": {\"l2\": 0.1}}}]",
                "first_seeds");
    }

    private void refused(String entry, String words) throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, "{\"name\": \"test\", " + entry + "}");
        String sentence = assertThrows(InputError.class, () -> PlanReader.read(file.toString()))
                .sentence();
        assertTrue(sentence.contains(words), sentence);
    }
}
