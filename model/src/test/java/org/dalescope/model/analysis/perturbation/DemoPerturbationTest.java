package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.Correlation;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.session.synthetic.SyntheticTruth;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.StopSignal;
import org.dalescope.model.training.Trainer;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's circuit is known: what a fitted network predicts is held against what the true one does. */
class DemoPerturbationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /**
     * After 20 epochs: the silenced neurons lose what they lose in truth (measured: r 0.99 and 0.98, root mean square error 16 % and
     * 14 % of the change), and which E neurons I holds down most is right (r 0.79), by how much is not: the fit's E units are unstable
     * alone and run away, the true ones are not. What E neurons do to I neurons is not recovered (r 0.2) and nothing is claimed of it.
     */
    @Test
    void aShortFitPredictsWhatSilencingATypeDoes() {
        Session session = DemoSession.open(folder);
        Configuration configuration = Configuration.defaults().with("training.epochs", "20");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        Network truth = truth();
        int[] trials = fit.split().validation();
        try (RecurrentEngine engine = new FusedEngine(2)) {
            Trainer trainer = new Trainer(fit, engine);
            FitState end = trainer.run(trainer.start(), new StopSignal(), (snapshot, state) -> {})
                    .state();
            Network network = fit.parameterisation().network(end.bestRaw());
            anIntactNetworkHasTheEnginesRates(network, fit, trials, engine);
            for (NeuronType type : List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY)) {
                double[] predicted = changes(network, fit, trials, type, engine.workers());
                double[] wanted = changes(truth, fit, trials, type, engine.workers());
                double[] own = of(session, type, predicted);
                double[] ownTruth = of(session, type, wanted);
                assertTrue(Correlation.pearson(own, ownTruth) > 0.95, type + " themselves");
                assertTrue(relativeError(own, ownTruth) < 0.3, type + " themselves");
                if (type == NeuronType.INHIBITORY) {
                    double[] others = of(session, NeuronType.EXCITATORY, predicted);
                    double[] othersTruth = of(session, NeuronType.EXCITATORY, wanted);
                    double r = Correlation.pearson(others, othersTruth);
                    assertTrue(r > 0.6, "E neurons without I: " + r);
                }
            }
        }
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

    /** Change of every neuron's mean rate over valid bins, in the session's order; without noise, which differs between the two. */
    private static double[] changes(Network network, Fit fit, int[] trials, NeuronType silenced, Workers workers) {
        CircuitSimulation simulation = new CircuitSimulation(network, fit.session(), trials, Noise.none(), workers);
        ConditionPsths psths = ConditionPsths.together(fit.session(), fit.mask(), trials);
        double[] before = psths.of(network.units(), simulation.intact())[0];
        double[] under = psths.of(
                        network.units(),
                        simulation.rates(PerturbationText.of("silence " + silenced.letter() + " 1; window 300:600")))[
                0];
        boolean[] window = new TimeWindow(300, 600).bins(fit.session().time());
        double[] changes = new double[network.units().recorded()];
        for (int neuron = 0; neuron < changes.length; neuron++) {
            changes[neuron] = psths.mean(0, under, neuron, window) - psths.mean(0, before, neuron, window);
        }
        return changes;
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

    private static Network truth() {
        SyntheticTruth truth = SyntheticTruth.of(SyntheticSettings.demo());
        int excitatory =
                (int) Arrays.stream(truth.unitType()).filter(type -> type > 0).count();
        return new Network(
                new UnitMap(
                        excitatory, truth.unitType().length - excitatory, truth.recordedUnit(), truth.recordedUnit()),
                truth.inputWeights()[0].length,
                flat(truth.weights()),
                flat(truth.inputWeights()),
                truth.bias(),
                truth.start(),
                truth.gain(),
                truth.tauMs(),
                truth.alpha());
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
