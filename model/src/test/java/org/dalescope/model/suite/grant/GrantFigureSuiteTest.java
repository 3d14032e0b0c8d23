package org.dalescope.model.suite.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.suite.grant.GrantSession.Origin;
import org.dalescope.model.suite.launch.SuiteListener;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteRun;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.ArmVerdict;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped plan on small sessions with few epochs: everything is there and agrees with the run folders. */
class GrantFigureSuiteTest {
    private static final int EXCITATORY = 9;
    private static final int INHIBITORY = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static SuitePlan plan() {
        return PlanReader.read("grant-figure").with("training.epochs", "2").withSeeds(List.of(1L, 2L));
    }

    private SuiteSession session(String name, int seed, SuitePlan plan) {
        Path file = folder.resolve(name + ".dalescope");
        SessionArchive.write(
                SyntheticSession.of(new SyntheticSettings(EXCITATORY, INHIBITORY, 140, 52, 25, 2, seed)
                        .with("task", "delayed-saccade")),
                file);
        Session open = SessionFiles.open(file);
        return new SuiteSession(open, Fit.defaultSplit(open, plan.base().configuration()));
    }

    private static SuiteResults run(SuitePlan plan, List<SuiteSession> sessions, Path out) {
        return SuiteRun.run(
                new SuiteRequest(plan, sessions, out, 2, "dalescope suite grant-figure"),
                (size, kind, notes) -> new FusedEngine(1),
                new FitControl(),
                (SuiteListener) Proxy.newProxyInstance(
                        SuiteListener.class.getClassLoader(),
                        new Class<?>[] {SuiteListener.class},
                        (self, method, given) -> null));
    }

    @Test
    void thePanelsAreWrittenAndReadAgainAndASecondRunGivesTheSame() throws IOException {
        SuitePlan plan = plan();
        List<SuiteSession> sessions = List.of(session("one", 5, plan), session("two", 6, plan));
        Path out = folder.resolve("suite");
        SuiteResults results = run(plan, sessions, out);
        GrantFigure figure = GrantFigureFiles.read(new SuiteFolder(out)).orElseThrow();
        assertEquals(List.of("reward", "salience"), figure.factors());
        assertEquals(2, figure.sessions().size());
        assertEquals(1, figure.sentences().size());
        assertTrue(figure.sentences().getFirst().startsWith("Over 2 sessions, the panels "));
        GrantSession first = figure.sessions().getFirst();
        assertEquals(EXCITATORY, first.inhibition().size());
        checkWeights(first, sessions.getFirst(), plan, out);
        checkUnits(first);
        checkDifference(first);
        assertEquals(EXCITATORY + INHIBITORY, first.cells().size());
        checkNotCompared(results);
        String before = Files.readString(out.resolve("grant_figure.json"));
        run(plan, sessions, out);
        assertEquals(before, Files.readString(out.resolve("grant_figure.json")));
        for (String csv : List.of("a", "b", "c", "c-courses", "d", "e")) {
            assertTrue(Files.size(out.resolve("figures/grant-figure-" + csv + ".csv")) > 50, csv);
        }
    }

    /** The summed weights of panel B are those of the run folders' networks. */
    private static void checkWeights(GrantSession panels, SuiteSession session, SuitePlan plan, Path out) {
        List<Network> networks = new ArrayList<>();
        for (long seed : plan.seeds()) {
            Fit fit = Fit.of(session.session(), session.split(), plan.base().configuration(), seed);
            networks.add(RunNetworks.read(new SuiteFolder(out).run(new FitKey(session.folder(), "base", seed)), fit)
                    .network());
        }
        for (InhibitedNeuron neuron : panels.inhibition()) {
            double sum = 0;
            for (Network network : networks) {
                UnitMap units = network.units();
                int to = unit(units, neuron.neuron());
                for (int from = 0; from < units.units(); from++) {
                    double weight = network.w()[to * units.units() + from];
                    sum += weight < 0 ? -weight : 0;
                }
            }
            assertEquals(sum / networks.size(), neuron.weight(), 1e-9, "by Dale's law only I units inhibit");
            assertTrue(neuron.input() > 0);
        }
    }

    private static int unit(UnitMap units, int id) {
        for (int n = 0; n < units.recorded(); n++) {
            if (units.neuronIds()[n] == id) {
                return units.recordedUnit()[n];
            }
        }
        throw new AssertionError("neuron " + id);
    }

    /** 3 recorded I neurons, the same per seed, and as many hidden I units per seed in their place. */
    private static void checkUnits(GrantSession panels) {
        for (Origin origin : Origin.values()) {
            long count = panels.learned().stream()
                    .filter(unit -> unit.origin() == origin)
                    .count();
            assertEquals(origin == Origin.RECORDED ? 3 : 6, count, origin.name());
        }
        for (ModulatedUnit unit : panels.learned()) {
            assertTrue(unit.depth().stream().allMatch(depth -> depth >= 0 && depth <= 1));
        }
    }

    /** Learned units count by their influence, seed by seed; interneurons count once, as the mean over seeds. */
    private static void checkDifference(GrantSession panels) {
        double learned = 0;
        for (long seed : List.of(1L, 2L)) {
            double weighted = 0;
            double total = 0;
            for (ModulatedUnit unit : panels.learned()) {
                if (unit.origin() == Origin.LEARNED && unit.seed() == seed) {
                    weighted += unit.influence() * unit.depth().get(1);
                    total += unit.influence();
                }
            }
            learned += weighted / total / 2;
        }
        double fitted = panels.learned().stream()
                .filter(unit -> unit.origin() == Origin.FITTED)
                .mapToDouble(unit -> unit.depth().get(1))
                .average()
                .orElseThrow();
        PanelEvidence evidence = panels.evidence().stream()
                .filter(one -> one.panel() == GrantPanel.C && one.factor().equals("salience"))
                .findFirst()
                .orElseThrow();
        assertEquals(learned - fitted, evidence.value(), 1e-12);
    }

    private static void checkNotCompared(SuiteResults results) {
        SuiteComparison comparison = SuiteComparison.of(results).getFirst();
        ArmComparison alone = comparison.arms().stream()
                .filter(arm -> arm.arm().name().equals(SuiteQuestion.E_ALONE))
                .findFirst()
                .orElseThrow();
        assertEquals(ArmVerdict.NONE, alone.verdict());
        assertTrue(comparison.findings().stream()
                .anyMatch(finding -> finding.code().equals("other-neurons")));
        assertEquals(
                EXCITATORY,
                results.perNeuron(comparison.session(), SuiteQuestion.E_ALONE).size());
    }

    private void refused(SuitePlan plan, String words) {
        SuiteSession session = session("one", 5, plan);
        Path out = folder.resolve("suite");
        String sentence = assertThrows(InputError.class, () -> run(plan, List.of(session), out))
                .sentence();
        assertTrue(sentence.contains(words), sentence);
        assertTrue(Files.notExists(out), "nothing was fitted");
    }

    @Test
    void sessionsThatCannotAnswerAreRefusedBeforeTheFirstFit() {
        refused(plan().withFactors(List.of("salienc")), "the nearest is 'salience'");
        refused(plan().with("data.test_share", "0"), "needs sealed trials");
        refused(plan().with("data.test_share", "0.05"), "seal more trials");
        refused(plan().with("data.test_share", "0.05").withFactors(List.of("reward")), "'reward' does not have");
    }

    @Test
    void anotherRunKeepsTheFactorsThatWereChosen() {
        SuitePlan plan = plan().withSeeds(List.of(1L));
        List<SuiteSession> sessions = List.of(session("one", 5, plan));
        Path out = folder.resolve("suite");
        run(plan.withFactors(List.of("location")), sessions, out);
        run(plan, sessions, out);
        GrantFigure figure = GrantFigureFiles.read(new SuiteFolder(out)).orElseThrow();
        assertEquals(List.of("location"), figure.factors());
        assertEquals(
                List.of("location"),
                figure.evidence().stream().map(PanelEvidence::factor).distinct().toList());
    }

    @Test
    void planMustFitAllNeuronsAndEAlone() throws IOException {
        refusedPlan("{}", "{\"network\": {\"hidden_i\": 3}}", "'E-alone' must have data.fitted_types = E");
        refusedPlan(
                "{\"data\": {\"fitted_types\": \"I\"}}",
                "{\"data\": {\"fitted_types\": \"E\"}}",
                "'base' must have data.fitted_types empty");
    }

    private void refusedPlan(String base, String alone, String words) throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(
                file,
                "{\"name\": \"p\", \"question\": \"grant-figure\", \"settings\": " + base
                        + ", \"arms\": [{\"name\": \"E-alone\", \"settings\": " + alone + "}]}");
        String sentence = assertThrows(InputError.class, () -> PlanReader.read(file.toString()))
                .sentence();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void factorsAreRefusedInAPlanThatAsksNothingAboutThem() {
        String sentence = assertThrows(
                        InputError.class, () -> PlanReader.read("emergence").withFactors(List.of("reward")))
                .sentence();
        assertTrue(sentence.contains("asks no question about factors"), sentence);
        for (List<String> wrong : List.of(List.of("a", "a"), List.of(" "), List.of("a", "b", "c"))) {
            String other = assertThrows(InputError.class, () -> plan().withFactors(wrong))
                    .sentence();
            assertTrue(other.contains("one factor or two different ones"), other);
        }
    }
}
