package org.dalescope.model.session.format.arrays;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.format.arrays.GuessedActivity.Candidate;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Numeric;

/**
 * Guesses that three vectors of equal length hold the trial, the neuron and the time of every spike, if their names say
 * so.
 *
 * @param trialOf name of the vector with the trial of every spike
 * @param neuronOf name of the vector with the neuron of every spike
 * @param timeOf name of the vector with the time of every spike
 */
record GuessedTriplets(String trialOf, String neuronOf, String timeOf, Candidate candidate) {
    private static final Set<String> TRIAL = Set.of("trial", "trials");
    private static final Set<String> NEURON = VariableNameWords.set("neuron unit cell clust");
    private static final Set<String> TIME = VariableNameWords.set("time times t timestamp stamp");

    /** The guess; empty if the names of the vectors of no length give each of the three exactly once. */
    static Optional<GuessedTriplets> of(ContainerVariables variables) {
        Map<Integer, List<Numeric>> byLength = variables.all().values().stream()
                .filter(Numeric.class::isInstance)
                .map(Numeric.class::cast)
                .filter(vector -> GuessedActivity.isVector(vector.shape()) && vector.size() > 2)
                .collect(Collectors.groupingBy(Variable::size, LinkedHashMap::new, Collectors.toList()));
        return byLength.values().stream()
                .flatMap(vectors -> of(vectors, byLength.keySet()).stream())
                .findFirst();
    }

    private static Optional<GuessedTriplets> of(List<Numeric> vectors, Set<Integer> lengths) {
        List<Numeric> trial = named(vectors, TRIAL, Set.of());
        List<Numeric> neuron = named(vectors, NEURON, TRIAL);
        List<Numeric> time = named(vectors, TIME, Set.of()).stream()
                .filter(vector -> !trial.contains(vector) && !neuron.contains(vector))
                .toList();
        if (trial.size() != 1 || neuron.size() != 1 || time.size() != 1) {
            return Optional.empty();
        }
        double[] trials = trial.getFirst().values().get();
        double[] neurons = neuron.getFirst().values().get();
        if (!GuessedActivity.isWhole(trials) || !GuessedActivity.isWhole(neurons) || !repeats(trials)) {
            return Optional.empty();
        }
        Candidate candidate = new Candidate(
                time.getFirst(),
                Content.SPIKE_TRIPLETS,
                List.of(Axis.TRIAL, Axis.NEURON),
                new int[] {count(trials, lengths), count(neurons, lengths)},
                false,
                0,
                "the names of three vectors of equal length");
        return Optional.of(new GuessedTriplets(
                trial.getFirst().name(),
                neuron.getFirst().name(),
                time.getFirst().name(),
                candidate));
    }

    private static List<Numeric> named(List<Numeric> vectors, Set<String> words, Set<String> without) {
        return vectors.stream()
                .filter(vector -> VariableNameWords.of(vector.name()).any(words)
                        && !VariableNameWords.of(vector.name()).any(without))
                .toList();
    }

    /** Whether numbers occur again, as the trial of a spike does; the number of a trial in a table does not. */
    private static boolean repeats(double[] numbers) {
        return Arrays.stream(numbers).distinct().count() < numbers.length;
    }

    /** How many trials or neurons there are: as many as a vector of labels has, if its length fits the numbers. */
    private static int count(double[] numbers, Set<Integer> lengths) {
        int highest = (int) Arrays.stream(numbers).max().orElse(0);
        boolean zero = Arrays.stream(numbers).anyMatch(number -> number == 0);
        if (!zero && lengths.contains(highest)) {
            return highest;
        }
        return lengths.contains(highest + 1) ? highest + 1 : zero ? highest + 1 : highest;
    }
}
