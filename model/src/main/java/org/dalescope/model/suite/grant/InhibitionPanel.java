package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.population.Currents;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.CorrelationInterval;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.network.Network;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.training.FittedNetwork;

/** Panel B: the inhibitory input of every recorded E neuron against its selectivity on sealed trials. */
final class InhibitionPanel {
    private InhibitionPanel() {}

    /** The recorded E neurons, by id. */
    static List<InhibitedNeuron> of(FittedCircuit circuit, List<FactorTrials> factors, RecurrentEngine engine) {
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        ConditionAverages rows = ConditionAverages.of(circuit);
        int[] all = rows.rowsOf(0);
        List<double[]> weights = new ArrayList<>();
        List<double[]> currents = new ArrayList<>();
        for (FittedNetwork member : circuit.members()) {
            weights.add(inhibitoryWeights(member.network(), neurons));
            double[][] inhibitory = Currents.of(MeanTrajectory.of(circuit, member, rows, engine), neurons)
                    .inhibitory();
            currents.add(IntStream.range(0, neurons.size())
                    .mapToDouble(n -> Descriptive.mean(ConditionAverages.column(inhibitory, all, n)))
                    .toArray());
        }
        List<double[][]> rates = factors.stream().map(FactorTrials::data).toList();
        List<InhibitedNeuron> found = new ArrayList<>();
        for (int neuron = 0; neuron < neurons.size(); neuron++) {
            if (neurons.excitatory()[neuron]) {
                int n = neuron;
                int column = neurons.columns()[neuron];
                double[] perSeed = weights.stream().mapToDouble(w -> w[n]).toArray();
                found.add(new InhibitedNeuron(
                        neurons.ids()[neuron],
                        Descriptive.mean(perSeed),
                        deviation(perSeed),
                        currents.stream().mapToDouble(c -> c[n]).average().orElse(Double.NaN),
                        IntStream.range(0, factors.size())
                                .mapToObj(f -> factors.get(f)
                                        .index(rates.get(f)[column])
                                        .excess())
                                .toList()));
            }
        }
        return List.copyOf(found);
    }

    /** Pearson's r between summed inhibitory weight and selectivity, for every factor. */
    static List<PanelEvidence> evidence(List<InhibitedNeuron> neurons, List<String> factors) {
        double[] weight = neurons.stream().mapToDouble(InhibitedNeuron::weight).toArray();
        return IntStream.range(0, factors.size())
                .mapToObj(f -> {
                    CorrelationInterval r = CorrelationInterval.of(
                            neurons.stream()
                                    .mapToDouble(one -> one.selectivity().get(f))
                                    .toArray(),
                            weight);
                    return new PanelEvidence(
                            GrantPanel.B, factors.get(f), 0, r.r(), r.low(), r.high(), neurons.size() + " E neurons");
                })
                .toList();
    }

    /** The sum of the sizes of the weights from all I units onto the unit of each neuron. */
    private static double[] inhibitoryWeights(Network network, RecordedNeurons neurons) {
        return Arrays.stream(neurons.units(network.units()))
                .mapToDouble(to -> IntStream.range(0, network.size())
                        .filter(network.units()::isInhibitory)
                        .mapToDouble(from -> Math.abs(network.w()[to * network.size() + from]))
                        .sum())
                .toArray();
    }

    private static double deviation(double[] values) {
        double mean = Descriptive.mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1.0));
    }
}
