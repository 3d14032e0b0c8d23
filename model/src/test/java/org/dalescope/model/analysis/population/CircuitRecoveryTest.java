package org.dalescope.model.analysis.population;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.analysis.algebra.Spectrum;
import org.dalescope.model.analysis.circuit.ConditionRows;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.Recurrence;
import org.dalescope.model.analysis.circuit.Untrained;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.Correlation;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.session.synthetic.SyntheticTruth;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.StopSignal;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.api.Test;

/**
 * What comes back of the circuit behind a session like the demo's (16 E, 4 I, 160 trials) in a fit of 60 epochs. Three seeds gave,
 * mean over neurons of r with the true course: net current 0.89 to 0.91, E current 0.64 to 0.69; slowest time scale 57, 64 and 71 ms,
 * true 75 ms. The bounds leave room for another seed. What does not come back is the size of E and I apart: their means are three
 * times too large, and cancel.
 */
class CircuitRecoveryTest {
    private final SyntheticSettings settings = new SyntheticSettings(16, 4, 160, 80, 25, 4, 2026);
    private final Session session = SyntheticSession.of(settings);

    @Test
    void currentsAndTimeScalesOfTheTrueCircuitComeBack() {
        Configuration configuration = Configuration.defaults().with("training.epochs", "60");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            double[] raw = trainer.run(trainer.start(), new StopSignal(), (snapshot, state) -> {})
                    .state()
                    .bestRaw();
            FittedNetwork fitted = new FittedNetwork(fit, fit.parameterisation().network(raw));
            FittedNetwork start = Untrained.of(fitted);
            FittedCircuit circuit =
                    new FittedCircuit(List.of(fitted), fit.split().train());
            ConditionRows rows = ConditionRows.of(circuit);
            MeanTrajectory truth = MeanTrajectory.of(circuit, new FittedNetwork(fit, truth()), rows, engine);
            MeanTrajectory found = MeanTrajectory.of(circuit, fitted, rows, engine);
            MeanTrajectory untrained = MeanTrajectory.of(circuit, start, rows, engine);
            double net = agreement(rows, truth, found, CircuitRecoveryTest::net);
            assertTrue(net > 0.8, "net current " + net);
            double untrainedNet = agreement(rows, truth, untrained, CircuitRecoveryTest::net);
            assertTrue(untrainedNet < 0.3, "net current at the start " + untrainedNet);
            double e = agreement(rows, truth, found, Currents::excitatory);
            assertTrue(e > 0.5, "E current " + e);
            double ratio = slowestMs(found, rows) / slowestMs(truth, rows);
            assertTrue(ratio > 0.65 && ratio < 1.35, "slowest time scale, of the true one " + ratio);
        }
    }

    private Network truth() {
        SyntheticTruth truth = SyntheticTruth.of(settings);
        int[] ids = session.neurons().stream().mapToInt(Neuron::id).toArray();
        return new Network(
                new UnitMap(16, 4, ids, truth.recordedUnit()),
                session.channels().size(),
                flat(truth.weights()),
                flat(truth.inputWeights()),
                truth.bias(),
                truth.start(),
                truth.gain(),
                truth.tauMs(),
                truth.alpha());
    }

    private double agreement(
            ConditionRows rows, MeanTrajectory a, MeanTrajectory b, Function<Currents, double[][]> part) {
        RecordedNeurons neurons = RecordedNeurons.of(session);
        double[][] ofA = part.apply(Currents.of(a, neurons));
        double[][] ofB = part.apply(Currents.of(b, neurons));
        int[] single = rows.singleConditions();
        return IntStream.range(0, neurons.size())
                .mapToDouble(i ->
                        Correlation.pearson(ConditionRows.column(ofA, single, i), ConditionRows.column(ofB, single, i)))
                .average()
                .orElse(Double.NaN);
    }

    private static double[][] net(Currents currents) {
        double[][] net = new double[currents.input().length][currents.bias().length];
        for (int row = 0; row < net.length; row++) {
            for (int i = 0; i < net[row].length; i++) {
                net[row][i] = currents.excitatory()[row][i] + currents.inhibitory()[row][i] + currents.input()[row][i];
            }
        }
        return net;
    }

    /** Median over the bins of the average of all trials. */
    private double slowestMs(MeanTrajectory trajectory, ConditionRows rows) {
        double[] ms = IntStream.of(rows.rowsOf(0))
                .mapToDouble(row -> {
                    Network network = trajectory.network();
                    Spectrum spectrum =
                            Spectrum.of(Recurrence.jacobian(network, trajectory.state()[row]), network.size());
                    return spectrum.timeScaleMs(spectrum.unstable(), settings.binMs());
                })
                .sorted()
                .toArray();
        return ms[ms.length / 2];
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
