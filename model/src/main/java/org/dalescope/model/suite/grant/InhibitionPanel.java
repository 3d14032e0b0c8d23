package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.CorrelationInterval;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.training.FittedNetwork;

/** Panel B: the inhibitory input of every recorded E neuron against its selectivity on sealed trials. */
final class InhibitionPanel {
    private InhibitionPanel() {}

    /** The recorded E neurons, by id. */
    static List<InhibitedNeuron> of(FittedCircuit circuit, List<FactorTrials> factors, RecurrentEngine engine) {
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        ConditionAverages rows = ConditionAverages.of(circuit);
        List<double[]> inputs = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (FittedNetwork member : circuit.members()) {
            InhibitoryCurrents currents = InhibitoryCurrents.of(MeanTrajectory.of(circuit, member, rows, engine), rows);
            int[] units = neurons.units(member.network().units());
            inputs.add(Arrays.stream(units).mapToDouble(currents::into).toArray());
            weights.add(Arrays.stream(units).mapToDouble(currents::weight).toArray());
        }
        List<double[][]> rates = factors.stream().map(FactorTrials::data).toList();
        List<InhibitedNeuron> found = new ArrayList<>();
        for (int neuron = 0; neuron < neurons.size(); neuron++) {
            if (neurons.excitatory()[neuron]) {
                int n = neuron;
                int column = neurons.columns()[neuron];
                double[] perSeed = inputs.stream().mapToDouble(one -> one[n]).toArray();
                found.add(new InhibitedNeuron(
                        neurons.ids()[neuron],
                        Descriptive.mean(perSeed),
                        Descriptive.standardDeviation(perSeed),
                        weights.stream().mapToDouble(one -> one[n]).average().orElse(Double.NaN),
                        IntStream.range(0, factors.size())
                                .mapToObj(f -> factors.get(f)
                                        .index(rates.get(f)[column])
                                        .excess())
                                .toList()));
            }
        }
        return List.copyOf(found);
    }

    /** Pearson's r between inhibitory input and selectivity, for every factor. */
    static List<PanelEvidence> evidence(List<InhibitedNeuron> neurons, List<String> factors) {
        double[] input = neurons.stream().mapToDouble(InhibitedNeuron::input).toArray();
        return IntStream.range(0, factors.size())
                .mapToObj(f -> {
                    CorrelationInterval r = CorrelationInterval.of(
                            neurons.stream()
                                    .mapToDouble(one -> one.selectivity().get(f))
                                    .toArray(),
                            input);
                    return new PanelEvidence(
                            GrantPanel.B, factors.get(f), 0, r.r(), r.low(), r.high(), neurons.size() + " E neurons");
                })
                .toList();
    }
}
