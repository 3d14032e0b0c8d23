package org.dalescope.model.analysis.selectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;

/** A circuit built by hand, in which neuron 0 receives the place and passes it to the others. */
class EmergentSelectivityTest {
    private static final int DRIVEN = 0;
    private static final double GAIN = 30;

    private final Session session =
            SyntheticSession.of(new SyntheticSettings(12, 3, 160, 60, 25, 2, 11).with("task", "delayed-saccade"));

    private Fit fit(String rules) {
        Configuration configuration = Configuration.defaults()
                .with("network.embedding.kind", "none")
                .with("network.process_noise", "0")
                .with("network.hidden_e", "0")
                .with("network.hidden_i", "0")
                .with("data.test_share", "0.4")
                .with("network.inputs.rules", rules);
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
    }

    private static Network network(Fit fit) {
        UnitMap units = fit.parameterisation().spec().units();
        int n = units.units();
        int channels = fit.session().channels().size();
        double[] w = new double[n * n];
        double[] in = new double[n * channels];
        int from = unit(units, DRIVEN);
        for (int to = 0; to < n; to++) {
            w[to * n + from] = to == from ? 0 : 0.8;
        }
        for (int place = 1; place <= 4; place++) {
            in[from * channels + place] = place;
        }
        double[] gain = new double[n];
        Arrays.fill(gain, GAIN);
        double[] tau = new double[n];
        Arrays.fill(tau, 30);
        double[] alpha = new double[n];
        Arrays.fill(alpha, 1 - Math.exp(-25 / 30.0));
        return new Network(units, channels, w, in, new double[n], new double[n], gain, tau, alpha);
    }

    private static int unit(UnitMap units, int id) {
        int at = IntStream.range(0, units.recorded())
                .filter(n -> units.neuronIds()[n] == id)
                .findFirst()
                .orElseThrow();
        return units.recordedUnit()[at];
    }

    private static FittedCircuit circuit(Fit fit) {
        return new FittedCircuit(
                List.of(new FittedNetwork(fit, network(fit))), fit.split().test());
    }

    private static List<EmergentFactor> factors(Fit fit, String window) {
        try (FusedEngine engine = new FusedEngine(1)) {
            return new EmergentSelectivity(circuit(fit), engine, Progress.SILENT)
                    .all(List.of(SelectivityWindow.of(window)), Progress.SILENT);
        }
    }

    private static EmergentFactor location(Fit fit, String window) {
        return factors(fit, window).stream()
                .filter(one -> one.grouping().factor().equals("location"))
                .findFirst()
                .orElseThrow();
    }

    /** From the cue at 300 ms to the go signal at 1000 ms only the target channels tell the places apart. */
    @Test
    void onlyTheNeuronThatReceivesThePlaceHasADirectInput() {
        EmergentFactor location = location(fit("target_loc_*=0, eye_*=none"), "target_loc_*..go_signal");
        for (int n = 0; n < location.neurons().size(); n++) {
            assertEquals(location.neurons().get(n).id() == DRIVEN, location.direct()[n]);
        }
        assertEquals(14, location.indirect().length);
    }

    /** Without W nothing of the place reaches the others; neuron 0 has no recurrent input and loses nothing. */
    @Test
    void withoutWeightsAllIsLostWithoutADirectInputAndNothingWithOne() {
        EmergentFactor location = location(fit("target_loc_*=0, eye_*=none"), "target_loc_*..go_signal");
        int[] asInTheData = IntStream.of(location.indirect())
                .filter(n -> location.modelDifference()[0][n] * location.dataDifference()[n] > 0)
                .toArray();
        assertEquals(1, location.lost(asInTheData)[0], 1e-6);
        int[] opposite = IntStream.of(location.indirect())
                .filter(n -> location.modelDifference()[0][n] * location.dataDifference()[n] < 0)
                .toArray();
        assertTrue(opposite.length > 0);
        assertEquals(Double.NaN, location.lost(opposite)[0], "a network without the selectivity loses none of it");
        int driven = IntStream.range(0, 15)
                .filter(n -> location.neurons().get(n).id() == DRIVEN)
                .findFirst()
                .orElseThrow();
        assertEquals(location.modelDifference()[0][driven], location.cutDifference()[0][driven], 1e-6);
        assertTrue(Math.abs(location.modelDifference()[0][driven]) > 0.1);
    }

    /** The differences by loops over trials and bins: 300 to 1000 ms are the bins 20 to 47 of those of 25 ms. */
    @Test
    void theDifferencesAreThoseOfMeanRatesInTheWindow() {
        Fit fit = fit("target_loc_*=0, eye_*=none");
        EmergentFactor location = location(fit, "target_loc_*..go_signal");
        int[] ids = fit.split().test().clone();
        double[] places = session.factor("location").orElseThrow().values();
        try (FusedEngine engine = new FusedEngine(1)) {
            FittedCircuit circuit = circuit(fit);
            ModelRates rates = circuit.rates(circuit.members().getFirst(), engine);
            for (int n = 0; n < 15; n++) {
                int column = session.neurons().indexOf(location.neurons().get(n));
                int[] levels = location.grouping().levelsOf(location.pair()[n]);
                double[] model = new double[2];
                double[] data = new double[2];
                double[] count = new double[2];
                for (int row = 0; row < ids.length; row++) {
                    int trial = session.positions(new int[] {ids[row]})[0];
                    double own = 0;
                    double recorded = 0;
                    double bins = 0;
                    for (int bin = 20; bin < 48; bin++) {
                        if (fit.mask().isValid(trial, bin)) {
                            own += rates.rate(row, bin, column);
                            recorded += session.rate(trial, bin, column);
                            bins++;
                        }
                    }
                    for (int side = 0; side < 2; side++) {
                        String label = location.grouping().levels().get(levels[side]);
                        if (bins > 0 && label.equals(Integer.toString((int) places[trial]))) {
                            model[side] += own / bins;
                            data[side] += recorded / bins;
                            count[side]++;
                        }
                    }
                }
                assertEquals(model[1] / count[1] - model[0] / count[0], location.modelDifference()[0][n], 1e-3);
                assertEquals(data[1] / count[1] - data[0] / count[0], location.dataDifference()[n], 1e-9);
            }
        }
    }

    /** After the go signal the eyes move to the place, so an input of the eyes is a direct one. */
    @Test
    void anInputCountsOnlyUntilTheEndOfTheWindow() {
        Fit fit = fit("target_loc_*=0, eye_x=3, eye_y=none");
        EmergentFactor before = location(fit, "target_loc_*..go_signal");
        EmergentFactor whole = location(fit, "0%:100%");
        int three = IntStream.range(0, 15)
                .filter(n -> before.neurons().get(n).id() == 3)
                .findFirst()
                .orElseThrow();
        assertFalse(before.direct()[three]);
        assertTrue(whole.direct()[three]);
    }

    /** The targets appear after the first quarter of a trial of 1500 ms, so nobody has the place before. */
    @Test
    void aWindowInSharesEndsWithItsOwnBins() {
        EmergentFactor quarter = location(fit("target_loc_*=0, eye_*=none"), "0%:25%");
        assertEquals(15, quarter.indirect().length);
    }

    /** eta squared of 1, 3 | 5, 7 is 16 / 20; adjusted for chance it is 1 - (1 - 0.8) 3 / 2. */
    @Test
    void etaIsTheShareBetweenLevels() {
        assertEquals(0.7, DirectInputs.eta(new double[] {1, 3, 5, 7}, new int[] {0, 0, 1, 1}, 2), 1e-12);
        assertEquals(0, DirectInputs.eta(new double[] {2, 2, 2, 2}, new int[] {0, 0, 1, 1}, 2));
    }

    @Test
    void aFitWithAllInputsSaysThatNothingCanBeAnalysed() {
        Fit fit = fit("");
        try (FusedEngine engine = new FusedEngine(1)) {
            AnalysisResult result =
                    EmergentSelectivityAnalysis.of(circuit(fit), SelectivityWindow.standard(), engine, Progress.SILENT);
            assertEquals("inputs-not-restricted", result.notes().getFirst().code());
            assertEquals(0, result.tables().getFirst().rows());
        }
    }

    @Test
    void theStandardWindowsBeginWithTheTimeBetweenTheEvents() {
        Fit fit = fit("target_loc_*=0");
        List<SelectivityWindow> windows =
                EmergentSelectivityAnalysis.chosen(circuit(fit), SelectivityWindow.standard());
        assertEquals("target_loc_*..go_signal", windows.getFirst().name());
        assertEquals(5, windows.size());
    }
}
