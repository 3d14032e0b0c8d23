package org.dalescope.model.analysis.population;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.UntrainedNetworks;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.TrueCircuit;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes back of the circuit behind a session like the demo's (16 E, 4 I, 160 trials) with the preset 'circuit' and one time
 * constant per population: courses of currents, their rough size, the slowest time scale (docs/analysis.md says how far on average).
 */
class CircuitRecoveryTest {
    private final SyntheticSettings settings = new SyntheticSettings(16, 4, 160, 80, 25, 4, 2026);
    private final Session session = SyntheticSession.of(settings);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void currentsAndTimeScalesOfTheTrueCircuitComeBack(long seed) {
        Configuration configuration = Preset.named("circuit").configuration().with("network.tau.learned", "population");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, seed);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            double[] raw = trainer.run(trainer.start(), new FitControl(), _ -> {})
                    .state()
                    .bestRaw();
            FittedNetwork fitted = new FittedNetwork(fit, fit.parameterisation().network(raw));
            FittedNetwork start = UntrainedNetworks.of(fitted);
            FittedCircuit circuit =
                    new FittedCircuit(List.of(fitted), fit.split().train());
            ConditionAverages rows = ConditionAverages.of(circuit);
            MeanTrajectory truth =
                    MeanTrajectory.of(circuit, new FittedNetwork(fit, TrueCircuit.of(settings, session)), rows, engine);
            MeanTrajectory found = MeanTrajectory.of(circuit, fitted, rows, engine);
            MeanTrajectory untrained = MeanTrajectory.of(circuit, start, rows, engine);
            double net = agreement(rows, truth, found, CircuitRecoveryTest::net);
            assertTrue(net > 0.9, "net current " + net);
            double untrainedNet = agreement(rows, truth, untrained, CircuitRecoveryTest::net);
            assertTrue(untrainedNet < 0.3, "net current at the start " + untrainedNet);
            double e = agreement(rows, truth, found, Currents::excitatory);
            assertTrue(e > 0.65, "E current " + e);
            double i = agreement(rows, truth, found, Currents::inhibitory);
            assertTrue(i > 0.5, "I current " + i);
            double sizeE = size(rows, truth, found, Currents::excitatory);
            assertTrue(sizeE > 0.4 && sizeE < 1.6, "E current, of the true size " + sizeE);
            double sizeI = size(rows, truth, found, Currents::inhibitory);
            assertTrue(sizeI > 0.2 && sizeI < 1.6, "I current, of the true size " + sizeI);
            double ratio = slowestMs(found, rows) / slowestMs(truth, rows);
            assertTrue(ratio > 0.8 && ratio < 1.2, "slowest time scale, of the true one " + ratio);
        }
    }

    /** Mean over the neurons that have such a current in both circuits. */
    private double agreement(
            ConditionAverages rows, MeanTrajectory a, MeanTrajectory b, Function<Currents, double[][]> part) {
        RecordedNeurons neurons = RecordedNeurons.of(session);
        double[][] ofA = part.apply(Currents.of(a, neurons));
        double[][] ofB = part.apply(Currents.of(b, neurons));
        int[] single = rows.singleConditions();
        return IntStream.range(0, neurons.size())
                .mapToDouble(i -> Correlation.pearson(
                        ConditionAverages.column(ofA, single, i), ConditionAverages.column(ofB, single, i)))
                .filter(r -> !Double.isNaN(r))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean magnitude over neurons, conditions and bins, as a share of the true one. */
    private double size(
            ConditionAverages rows, MeanTrajectory truth, MeanTrajectory found, Function<Currents, double[][]> part) {
        return size(rows, part.apply(Currents.of(found, RecordedNeurons.of(session))))
                / size(rows, part.apply(Currents.of(truth, RecordedNeurons.of(session))));
    }

    private static double size(ConditionAverages rows, double[][] current) {
        return IntStream.of(rows.singleConditions())
                .mapToDouble(row -> Arrays.stream(current[row]).map(Math::abs).sum())
                .sum();
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
    private double slowestMs(MeanTrajectory trajectory, ConditionAverages rows) {
        double[] ms = IntStream.of(rows.rowsOf(0))
                .mapToDouble(row -> {
                    Network network = trajectory.network();
                    EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(
                            ConstantInputDynamics.jacobian(network, trajectory.state()[row]), network.size());
                    return spectrum.timeScaleMs(spectrum.unstable(), settings.binMs());
                })
                .sorted()
                .toArray();
        return ms[ms.length / 2];
    }
}
