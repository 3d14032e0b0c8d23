package org.dalescope.app.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.run.comparison.PairedNeuronScores;

/**
 * The neurons whose PSTHs are shown in the view that compares runs.
 *
 * @param problem the part of the user's input that could not be used; empty if all of it could
 */
record ComparedNeurons(List<Integer> ids, String problem) {
    private static final int UNASKED = 6;
    private static final int MOST = 24;

    /** The neurons of a line such as "3, 7 12"; for an empty line, the neurons whose r differs most between A and B. */
    static ComparedNeurons of(String line, RunComparison.Pair pair) {
        if (line.isBlank()) {
            return new ComparedNeurons(differingMost(pair), "");
        }
        Map<Integer, ?> known = pair.a().types();
        List<Integer> ids = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (String word : line.strip().replaceAll("^,+|,+$", "").split("[,\\s]+", -1)) {
            String digits = word.startsWith("n") ? word.substring(1) : word;
            if (digits.matches("\\d{1,9}") && known.containsKey(Integer.valueOf(digits))) {
                ids.add(Integer.valueOf(digits));
            } else {
                strange.add(word);
            }
        }
        String problem = strange.isEmpty()
                ? ""
                : "No neuron has the id %s: choose another id.".formatted(String.join(", ", strange));
        List<Integer> distinct = ids.stream().distinct().toList();
        return distinct.size() <= MOST
                ? new ComparedNeurons(distinct, problem)
                : new ComparedNeurons(
                        distinct.subList(0, MOST),
                        "%s Only the first %s are shown."
                                .formatted(problem, MOST)
                                .strip());
    }

    private static List<Integer> differingMost(RunComparison.Pair pair) {
        PairedNeuronScores neurons = pair.neurons();
        double[] differences = neurons.differences();
        if (differences.length == 0) {
            return pair.a().types().keySet().stream().limit(UNASKED).toList();
        }
        return IntStream.range(0, differences.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(differences[i])))
                .limit(UNASKED)
                .map(i -> neurons.ids()[i])
                .toList();
    }
}
