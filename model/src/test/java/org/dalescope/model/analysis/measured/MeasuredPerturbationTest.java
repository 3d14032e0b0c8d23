package org.dalescope.model.analysis.measured;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.TrueCircuit;
import org.dalescope.model.analysis.perturbation.CircuitSimulation;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.analysis.perturbation.SparsityOfSeeds;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeWindow;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.session.synthetic.SyntheticTruth;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;

/** The true circuit of a synthetic session is taken as a fit, so that the right prediction is known. */
class MeasuredPerturbationTest {
    private static final SyntheticSettings SETTINGS = new SyntheticSettings(16, 6, 400, 40, 25, 0, 3)
            .with("perturbed", "0.4")
            .with("perturbed_current", "0.8");
    private static final Session SESSION = SyntheticSession.of(SETTINGS);
    private static final Network TRUTH = TrueCircuit.of(SETTINGS, SESSION);

    private static Configuration configuration(String... settings) {
        Configuration configuration = Configuration.defaults()
                .with(Map.of(
                        "data.perturbed.factor", "light",
                        "data.perturbed.window", "300:600",
                        "network.process_noise", "0.15"));
        for (int i = 0; i < settings.length; i += 2) {
            configuration = configuration.with(settings[i], settings[i + 1]);
        }
        return configuration;
    }

    private static FittedCircuit circuit(Network network, int seeds, String... settings) {
        Configuration configuration = configuration(settings);
        Fit fit = Fit.of(SESSION, Fit.defaultSplit(SESSION, configuration), configuration, 1);
        List<FittedNetwork> members = IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> new FittedNetwork(Fit.of(SESSION, fit.split(), configuration, seed), network))
                .toList();
        return new FittedCircuit(members, fit.split().validation());
    }

    private static MeasuredPerturbation compared(FittedCircuit circuit, MeasuredOptions options, int threads) {
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            return MeasuredPerturbation.of(circuit, options, workers, Progress.SILENT);
        }
    }

    private static double value(AnalysisResult result, String name) {
        return result.statistics().stream()
                .filter(statistic -> statistic.name().equals(name))
                .mapToDouble(Statistic::value)
                .findFirst()
                .orElseThrow();
    }

    /** The generator of sessions and the simulation of perturbations are separate code for the same equations. */
    @Test
    void perturbedTrialsOfASyntheticSessionAreTheTrueCircuitWithACurrent() {
        float[] truth = SyntheticTruth.of(SETTINGS).rates().orElseThrow();
        double[] light = SESSION.factor("light").orElseThrow().values();
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            CircuitSimulation simulation =
                    new CircuitSimulation(TRUTH, SESSION, SESSION.trialIds(), Noise.none(), workers);
            double[] off = simulation.intact();
            double[] on = simulation.rates(PerturbationText.of("drive I 0.8; window 300:600"));
            int n = TRUTH.size();
            for (int row = 0; row < SESSION.trials() * SESSION.bins(); row++) {
                double[] want = light[row / SESSION.bins()] == 1 ? on : off;
                for (int neuron = 0; neuron < SESSION.neurons().size(); neuron++) {
                    int unit = TRUTH.units().recordedUnit()[neuron];
                    assertEquals(
                            want[row * n + unit], truth[row * SESSION.neurons().size() + neuron], 1e-3);
                }
            }
        }
    }

    @Test
    void theTrueCircuitFindsItsCurrentAndIsAsGoodAsTheMeasurement() {
        MeasuredPerturbation found = compared(circuit(TRUTH, 2), MeasuredOptions.NONE, 2);
        AnalysisResult result = MeasuredReport.of(found);
        // The targeted neurons are measured with an error of a tenth of their change.
        assertTrue(value(result, "error_of_measurement_targeted") < 0.15);
        assertEquals(0.8, value(result, "current"), 0.15);
        assertEquals(1, value(result, "error_not_targeted") / value(result, "error_of_measurement_not_targeted"), 0.3);
        assertTrue(value(result, "r_not_targeted") > 0.6, () -> "r " + value(result, "r_not_targeted"));
        assertTrue(value(result, "error_not_targeted") < value(result, "error_common_ratio_not_targeted"));
        assertTrue(value(result, "sign_right_not_targeted") >= 0.75);
        assertTrue(value(result, "coverage_not_targeted") >= 0.75);
        assertTrue(value(result, "measured_targeted") > 0);
        assertTrue(value(result, "measured_not_targeted") < 0);
        MeasuredOptions given = new MeasuredOptions(Optional.of(0.8), Optional.empty());
        assertEquals(0.8, value(MeasuredReport.of(compared(circuit(TRUTH, 1), given, 1)), "current"));
        MeasuredOptions early = new MeasuredOptions(Optional.empty(), Optional.of(TimeWindow.of("300:450")));
        assertEquals(0.8, value(MeasuredReport.of(compared(circuit(TRUTH, 1), early, 1)), "current"), 0.25);
    }

    /** With the circuit's own rates instead of spikes, only the inputs of the trials differ. */
    @Test
    void withoutSpikingNoiseTheCurrentIsExact() {
        Session exact = new Session(
                SESSION.name(),
                SESSION.source(),
                SESSION.time(),
                SESSION.neurons(),
                SESSION.channels(),
                SESSION.factors(),
                SESSION.trialIds(),
                SESSION.durationMs(),
                SyntheticTruth.of(SETTINGS).rates().orElseThrow(),
                SESSION.inputs());
        Configuration configuration = configuration("network.process_noise", "0");
        Fit fit = Fit.of(exact, Fit.defaultSplit(exact, configuration), configuration, 1);
        FittedCircuit circuit = new FittedCircuit(
                List.of(new FittedNetwork(fit, TRUTH)), fit.split().validation());
        AnalysisResult result = MeasuredReport.of(compared(circuit, MeasuredOptions.NONE, 2));
        assertEquals(0.8, value(result, "current"), 0.01);
        assertTrue(value(result, "error_not_targeted") < 0.1, () -> "" + value(result, "error_not_targeted"));
    }

    @Test
    void theBitsDoNotDependOnThreads() {
        MeasuredPerturbation one = compared(circuit(TRUTH, 1), MeasuredOptions.NONE, 1);
        MeasuredPerturbation three = compared(circuit(TRUTH, 1), MeasuredOptions.NONE, 3);
        assertArrayEquals(
                one.members().getFirst().change().onPsth(),
                three.members().getFirst().change().onPsth());
        assertEquals(
                one.members().getFirst().current(), three.members().getFirst().current());
    }

    /** Light that excites I cells cannot be a current that suppresses them. */
    @Test
    void aCurrentOfTheWrongSignCannotSayAnything() {
        MeasuredPerturbation wrong =
                compared(circuit(TRUTH, 1, "data.perturbed.effect", "suppresses"), MeasuredOptions.NONE, 1);
        assertFalse(wrong.members().getFirst().isDefined());
        AnalysisResult result = MeasuredReport.of(wrong);
        assertTrue(result.notes().stream().anyMatch(note -> note.code().equals("cannot-say")));
        assertTrue(Double.isNaN(value(result, "error_not_targeted")));
    }

    /** The mean and its error over trials, written down directly for one condition at a time. */
    @Test
    void theMeasuredChangeIsTheMeanOverConditionsWeightedByPerturbedTrials() {
        FittedCircuit circuit = circuit(TRUTH, 1);
        PerturbationTrials trials = PerturbationTrials.of(circuit.fit(), circuit.trialIds());
        assertEquals(8, trials.strata().size(), "4 locations and 2 rewards");
        boolean[] window = new TimeWindow(300, 600).bins(SESSION.time());
        MeasuredChange change = MeasuredChange.of(SESSION, circuit.fit().mask(), trials, window)[5];
        double difference = 0;
        int perturbed = trials.perturbed().length;
        for (PerturbationTrials.Stratum stratum : trials.strata()) {
            double on = mean(circuit, stratum.perturbed(), window);
            double off = mean(circuit, stratum.control(), window);
            difference += (on - off) * stratum.perturbed().length / perturbed;
        }
        assertEquals(difference, change.change(), 1e-9);
        assertTrue(change.standardError() > 0 && change.standardError() < 2, "" + change.standardError());
        double[] light = SESSION.factor("light").orElseThrow().values();
        assertTrue(Arrays.stream(SESSION.positions(trials.perturbed())).allMatch(trial -> light[trial] == 1));
        int[] sealed = circuit.fit().split().test();
        assertTrue(trials.strata().stream()
                .flatMapToInt(stratum -> Arrays.stream(stratum.control()))
                .noneMatch(id -> Arrays.stream(sealed).anyMatch(test -> test == id)));
    }

    private static double mean(FittedCircuit circuit, int[] trialIds, boolean[] window) {
        return Arrays.stream(SESSION.positions(trialIds))
                .mapToDouble(trial -> IntStream.range(0, window.length)
                        .filter(bin -> window[bin] && circuit.fit().mask().isValid(trial, bin))
                        .mapToDouble(bin -> SESSION.rate(trial, bin, 5))
                        .average()
                        .orElse(Double.NaN))
                .filter(Double::isFinite)
                .average()
                .orElseThrow();
    }

    /** The spread of the measured change over sessions that differ only in their spikes. */
    @Test
    void theStandardErrorIsTheSpreadOverSessions() {
        int sessions = 40;
        double[] changes = new double[sessions];
        double error = 0;
        boolean[] window = new TimeWindow(300, 600).bins(SESSION.time());
        for (int i = 0; i < sessions; i++) {
            SyntheticSettings settings = new SyntheticSettings(2, 1, 120, 40, 25, 0, 7000 + i)
                    .with("perturbed", "0.3")
                    .with("perturbed_current", "0")
                    .with("recurrence", "0");
            Session session = SyntheticSession.of(settings);
            Configuration configuration = configuration();
            Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
            PerturbationTrials trials = PerturbationTrials.of(fit, fit.split().validation());
            int neuron = session.neurons().getFirst().type() == NeuronType.EXCITATORY ? 0 : 1;
            MeasuredChange change = MeasuredChange.of(session, fit.mask(), trials, window)[neuron];
            changes[i] = change.change() / change.standardError();
            error += change.standardError() / sessions;
        }
        double spread =
                Math.sqrt(Arrays.stream(changes).map(z -> z * z).average().orElseThrow());
        // The root mean square of 40 standard normal numbers is 1 +- 0.11.
        assertEquals(1, spread, 0.33, "mean error " + error);
    }

    @Test
    void aFitThatLearnedIsTestedOnItsPartitionWithAndWithoutItsInput() {
        FittedCircuit learned = learnedCircuit();
        MeasuredPerturbation of = compared(learned, MeasuredOptions.NONE, 1);
        AnalysisResult result = MeasuredReport.of(of);
        double[] light = SESSION.factor("light").orElseThrow().values();
        long expected = Arrays.stream(SESSION.positions(learned.trialIds()))
                .filter(trial -> light[trial] == 1)
                .count();
        assertEquals(expected, of.trials().perturbed().length);
        // The input weight of the I units is the true current.
        PredictedChange change = of.members().getFirst().change();
        MeasuredPerturbation driven =
                compared(circuit(TRUTH, 1), new MeasuredOptions(Optional.of(0.8), Optional.empty()), 1);
        double all = Arrays.stream(change.changes()).sum();
        double wanted =
                Arrays.stream(driven.members().getFirst().change().changes()).sum();
        assertEquals(wanted, all, 0.2 * Math.abs(wanted));
        assertTrue(result.statistics().stream().noneMatch(s -> s.name().equals("current")));
        assertThrows(
                InputError.class, () -> compared(learned, new MeasuredOptions(Optional.of(1.0), Optional.empty()), 1));
    }

    @Test
    void anEnsembleWithOneSparsityOnlyIsAWarning() {
        Fit fit = circuit(TRUTH, 1, "loss.sparsity_even_seeds", "0.004").fit();
        assertTrue(SparsityOfSeeds.warning(fit, new long[] {1, 3})
                .orElseThrow()
                .text()
                .contains("odd seeds"));
        assertTrue(SparsityOfSeeds.warning(fit, new long[] {2})
                .orElseThrow()
                .text()
                .contains("even seeds"));
        assertEquals(Optional.empty(), SparsityOfSeeds.warning(fit, new long[] {1, 2}));
        assertEquals(Optional.empty(), SparsityOfSeeds.warning(circuit(TRUTH, 1).fit(), new long[] {1, 3}));
    }

    /** The true circuit with one more input, whose weight is 0.8 for I units. */
    private static FittedCircuit learnedCircuit() {
        Configuration configuration = configuration("data.perturbed.learn", "on");
        Fit fit = Fit.of(SESSION, Fit.defaultSplit(SESSION, configuration), configuration, 1);
        int own = TRUTH.channels();
        double[] wIn = new double[TRUTH.size() * (own + 1)];
        for (int unit = 0; unit < TRUTH.size(); unit++) {
            System.arraycopy(TRUTH.wIn(), unit * own, wIn, unit * (own + 1), own);
            wIn[unit * (own + 1) + own] = TRUTH.units().isInhibitory(unit) ? 0.8 : 0;
        }
        Network network = new Network(
                TRUTH.units(),
                own + 1,
                TRUTH.w(),
                wIn,
                TRUTH.b(),
                TRUTH.h0(),
                TRUTH.gain(),
                TRUTH.tauMs(),
                TRUTH.alpha());
        return new FittedCircuit(
                List.of(new FittedNetwork(fit, network)), fit.split().validation());
    }

    @Test
    void whatIsMissingIsOneSentence() {
        FittedCircuit plain = circuit(TRUTH, 1, "data.perturbed.factor", "");
        assertThrows(InputError.class, () -> compared(plain, MeasuredOptions.NONE, 1));
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            AnalysisResult notice = MeasuredPerturbation.analysis(plain, workers, Progress.SILENT);
            assertEquals("no-perturbed-trials", notice.notes().getFirst().code());
        }
        // Without a recorded target the size of the current is unknown; other analyses of the circuit go on.
        FittedCircuit blind = circuit(TRUTH, 1, "data.fitted_types", "E");
        InputError refusal = assertThrows(InputError.class, () -> compared(blind, MeasuredOptions.NONE, 1));
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            AnalysisResult said = MeasuredPerturbation.analysis(blind, workers, Progress.SILENT);
            assertEquals(refusal.sentence(), said.notes().getFirst().text());
        }
        MeasuredOptions both = new MeasuredOptions(Optional.of(1.0), Optional.of(TimeWindow.WHOLE));
        assertThrows(InputError.class, () -> compared(circuit(TRUTH, 1), both, 1));
    }
}
