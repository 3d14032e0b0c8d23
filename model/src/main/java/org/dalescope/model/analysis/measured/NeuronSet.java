package org.dalescope.model.analysis.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dalescope.model.session.NeuronType;

/**
 * Neurons whose changes are summarised together.
 *
 * @param key for names of statistics, such as {@code e_not_targeted}
 * @param words for sentences
 */
record NeuronSet(String key, String words, Predicate<NeuronComparison> contains) {
    private static final int LEAST = 2;

    private static final List<NeuronSet> ALL = List.of(
            new NeuronSet("targeted", "neurons that the perturbation reaches directly", NeuronComparison::targeted),
            new NeuronSet("not_targeted", "all other neurons", one -> !one.targeted()),
            ofType("e", NeuronType.EXCITATORY),
            ofType("i", NeuronType.INHIBITORY));

    private static NeuronSet ofType(String letter, NeuronType type) {
        return new NeuronSet(
                letter + "_not_targeted",
                "other " + type.letter() + " neurons",
                one -> !one.targeted() && one.neuron().type() == type);
    }

    /** The sets with at least two neurons; a type that has all other neurons is not listed again. */
    static List<NeuronSet> of(List<NeuronComparison> neurons) {
        List<NeuronSet> kept = new ArrayList<>();
        long others = neurons.stream().filter(one -> !one.targeted()).count();
        for (NeuronSet set : ALL) {
            long count = neurons.stream().filter(set.contains()).count();
            boolean again = set.key().endsWith("_not_targeted") && count == others;
            if (count >= LEAST && !again) {
                kept.add(set);
            }
        }
        return kept;
    }
}
