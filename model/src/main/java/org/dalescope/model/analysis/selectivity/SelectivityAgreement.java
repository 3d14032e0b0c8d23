package org.dalescope.model.analysis.selectivity;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.NeuronPairingPermutation;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/**
 * The agreement between the selectivity of the networks and that of the data, over neurons of one type or all neurons.
 *
 * @param type {@code all}, {@code E} or {@code I}
 * @param r Pearson's r over neurons and pairs of levels, of the mean over networks; NaN if not defined, like all
 *     numbers here
 * @param overSeeds interval of r over networks
 * @param p of r, by permutation of these neurons
 * @param sign share of neurons whose index has the same sign in model and data, at the pair that the neuron
 *     distinguishes best in the data
 * @param distance mean of |model - data|
 * @param significant share of the data's neurons with p of at most 0.05
 */
record SelectivityAgreement(
        Selectivity of,
        String type,
        int neurons,
        double r,
        Uncertainty overSeeds,
        double p,
        double sign,
        double distance,
        double significant) {

    /** The agreement over all neurons, then over those of each type. */
    static List<SelectivityAgreement> of(Selectivity selectivity, List<Neuron> neurons) {
        return List.of(
                of(selectivity, neurons, Optional.empty()),
                of(selectivity, neurons, Optional.of(NeuronType.EXCITATORY)),
                of(selectivity, neurons, Optional.of(NeuronType.INHIBITORY)));
    }

    private static SelectivityAgreement of(Selectivity selectivity, List<Neuron> neurons, Optional<NeuronType> type) {
        int[] chosen = IntStream.range(0, neurons.size())
                .filter(n -> type.isEmpty() || neurons.get(n).type() == type.get())
                .toArray();
        int[] itself = IntStream.range(0, chosen.length).toArray();
        UnityLineFit line = new UnityLineFit(selectivity.data(), selectivity.model());
        double[] each = IntStream.range(0, selectivity.models().length)
                .mapToDouble(
                        m -> new UnityLineFit(selectivity.data(), selectivity.models()[m]).r(chosen, itself))
                .toArray();
        List<Neuron> own = IntStream.of(chosen).mapToObj(neurons::get).toList();
        return new SelectivityAgreement(
                selectivity,
                type.map(NeuronType::letter).orElse("all"),
                chosen.length,
                line.r(chosen, itself),
                ConfidenceIntervals.overSeeds(each),
                NeuronPairingPermutation.p(own, order -> line.r(chosen, order)),
                line.signAgreement(chosen),
                line.distance(chosen),
                selectivity.significant(chosen));
    }
}
