package org.dalescope.model.analysis.selectivity;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.NeuronPairingPermutation;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.Table.Column;
import org.dalescope.model.session.Neuron;

/** The tables of the selectivity analysis: one row per neuron, and the agreement of data and model. */
final class SelectivityTables {
    private SelectivityTables() {}

    private record Entry(Selectivity of, Neuron named, int neuron) {
        int pair() {
            return of.largest(neuron);
        }
    }

    static Table perNeuron(List<Selectivity> all, List<Neuron> neurons) {
        List<Entry> entries = all.stream()
                .flatMap(s -> IntStream.range(0, s.neurons()).mapToObj(n -> new Entry(s, neurons.get(n), n)))
                .toList();
        List<Column> columns = List.of(
                words("factor", entries, e -> e.of().grouping().factor()),
                words("window", entries, e -> e.of().window().name()),
                numbers("neuron", entries, e -> e.named().id()),
                words("type", entries, e -> e.named().type().letter()),
                words("pair", entries, e -> e.of().grouping().pair(e.pair())),
                numbers("index_data", entries, e -> e.of().data()[e.neuron()][e.pair()]),
                numbers("p_data", entries, e -> e.of().p()[e.neuron()]),
                numbers("index_model", entries, e -> e.of().model()[e.neuron()][e.pair()]),
                numbers("eta2_data", entries, e -> e.of().eta()[e.neuron()]),
                numbers("eta2_model", entries, e -> e.of().meanModelEta(e.neuron())));
        return new Table(
                "selectivity_per_neuron",
                "AUC index (2 AUC - 1) at the pair of levels that the neuron distinguishes best in the data, its"
                        + " permutation p over all pairs ("
                        + FactorPermutation.DRAWS
                        + " draws; not corrected for the number of neurons, factors and windows), and partial eta"
                        + " squared; the model's are means over networks.",
                columns);
    }

    static Table agreement(List<SelectivityAgreement> all) {
        List<Column> columns = List.of(
                words("factor", all, a -> a.of().grouping().factor()),
                words("window", all, a -> a.of().window().name()),
                words("type", all, SelectivityAgreement::type),
                numbers("neurons", all, SelectivityAgreement::neurons),
                numbers("trials", all, a -> a.of().grouping().rows().length),
                numbers("r", all, SelectivityAgreement::r),
                numbers("r_p", all, SelectivityAgreement::p),
                numbers("sign_agreement", all, SelectivityAgreement::sign),
                numbers("mean_distance", all, SelectivityAgreement::distance),
                numbers("significant_data", all, SelectivityAgreement::significant));
        return new Table(
                "selectivity_match",
                "AUC index of the model against that of the data: r over neurons and pairs of levels with its p ("
                        + NeuronPairingPermutation.WHAT
                        + "), share of equal signs at the data's best pair, mean distance from the unity line, and the"
                        + " share of the data's neurons with p of at most 0.05 (0.05 by chance).",
                columns);
    }

    private static <T> Column words(String name, List<T> rows, Function<T, String> word) {
        return new Table.Words(name, rows.stream().map(word).toList());
    }

    private static <T> Column numbers(String name, List<T> rows, ToDoubleFunction<T> number) {
        return new Table.Numbers(name, "", rows.stream().mapToDouble(number).toArray());
    }
}
