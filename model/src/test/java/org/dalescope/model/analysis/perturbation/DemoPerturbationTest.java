package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.TrueCircuit;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's circuit is known: what a fitted network predicts is held against what the true one does. */
class DemoPerturbationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /**
     * The preset 'circuit', average of two seeds. A type's own loss is nearly a matter of course: a network with the right rates has
     * it. The other type's change is what PSTHs do not tell. The demo is one of the sessions on which the preset's sparsity was
     * chosen; how it does on others is in docs/analysis.md.
     */
    @Tag("slow")
    @Test
    void silencingATypeDoesWhatItDoesInTheTrueCircuit() {
        Session session = DemoSession.open(folder);
        Configuration configuration = Preset.named("circuit").configuration();
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        int[] trials = fit.split().validation();
        try (RecurrentEngine engine = new FusedEngine(2)) {
            List<Network> networks = List.of(
                    KnownCircuits.fitted(fit, engine),
                    KnownCircuits.fitted(Fit.of(session, fit.split(), configuration, 2), engine));
            Network truth = TrueCircuit.of(SyntheticSettings.demo(), session);
            anIntactNetworkHasTheEnginesRates(networks.getFirst(), fit, trials, engine);
            for (double strength : new double[] {0.3, 1}) {
                for (NeuronType silenced : List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY)) {
                    double[] wanted = changes(truth, fit, silenced, strength, engine.workers());
                    double[] predicted = average(networks.stream()
                            .map(network -> changes(network, fit, silenced, strength, engine.workers()))
                            .toList());
                    for (NeuronType type : List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY)) {
                        String what = "silence " + silenced + " " + strength + ", seen in " + type;
                        double[] of = of(session, type, predicted);
                        double[] ofTruth = of(session, type, wanted);
                        boolean own = type == silenced;
                        double r = Correlation.pearson(of, ofTruth);
                        double error = relativeError(of, ofTruth);
                        assertTrue(r > (own ? 0.8 : 0.7), what + ": r " + r);
                        assertTrue(error < (own ? 0.5 : 0.8), what + ": error " + error);
                    }
                }
            }
        }
    }

    private static double[] average(List<double[]> perSeed) {
        return IntStream.range(0, perSeed.getFirst().length)
                .mapToDouble(i ->
                        perSeed.stream().mapToDouble(seed -> seed[i]).average().orElseThrow())
                .toArray();
    }

    private static double[] of(Session session, NeuronType type, double[] perNeuron) {
        return IntStream.range(0, perNeuron.length)
                .filter(i -> session.neurons().get(i).type() == type)
                .mapToDouble(i -> perNeuron[i])
                .toArray();
    }

    private static void anIntactNetworkHasTheEnginesRates(
            Network network, Fit fit, int[] trials, RecurrentEngine engine) {
        Noise noise = Validation.noise(7, 0.3);
        float[] wanted = engine.rates(network, Batch.of(fit.session(), trials), noise);
        double[] rates = new CircuitSimulation(network, fit.session(), trials, noise, engine.workers()).intact();
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], rates[i], 1e-4 * Math.max(1, wanted[i]));
        }
    }

    /** Without noise, which differs between the two networks. */
    private static double[] changes(
            Network network, Fit fit, NeuronType silenced, double strength, WorkerThreads workers) {
        return KnownCircuits.changes(
                network, fit, Noise.none(), "silence " + silenced.letter() + " " + strength, workers);
    }

    /** Root mean square error over root mean square. */
    private static double relativeError(double[] predicted, double[] wanted) {
        double error = 0;
        double size = 0;
        for (int i = 0; i < wanted.length; i++) {
            error += Math.pow(predicted[i] - wanted[i], 2);
            size += Math.pow(wanted[i], 2);
        }
        return Math.sqrt(error / size);
    }
}
