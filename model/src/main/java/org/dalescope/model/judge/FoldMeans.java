package org.dalescope.model.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.session.Session;

/** Averages scores over folds, and gives their differences with intervals over trials and over neurons. */
record FoldMeans(Session session, List<FoldPredictions> folds) {
    /** The scores of a prediction and, unless it is the network itself, the network's advantage. */
    JudgedScores of(String key, String label, String definition, String network) {
        List<Values> perFold = folds.stream().map(fold -> fold.values(key)).toList();
        return new JudgedScores(
                key,
                label,
                definition,
                mean(perFold),
                perFold,
                key.equals(network) ? List.of() : overTrials(network, key),
                key.equals(network) ? List.of() : overNeurons(network, key));
    }

    private static Values mean(List<Values> perFold) {
        return Values.of(Descriptive.columnMeans(perFold.stream()
                .map(values -> values.all().stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new)));
    }

    /** Folds are independent given their networks: the squared standard errors of the folds add up. */
    private List<ScoreDifference> overTrials(String network, String other) {
        List<List<ScoreDifference>> perFold =
                folds.stream().map(fold -> fold.differences(network, other)).toList();
        return IntStream.range(0, ComparedScores.count())
                .mapToObj(i -> {
                    double mean = perFold.stream()
                            .mapToDouble(fold -> fold.get(i).value())
                            .average()
                            .orElse(Double.NaN);
                    double squares = perFold.stream()
                            .mapToDouble(fold -> Math.pow(fold.get(i).standardError(), 2))
                            .sum();
                    return new ScoreDifference(mean, Math.sqrt(squares) / perFold.size());
                })
                .toList();
    }

    private List<ScoreDifference> overNeurons(String network, String other) {
        List<ScoreDifference> differences = new ArrayList<>();
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                differences.add(
                        score == ComparedScore.R2_POOLED
                                ? new ScoreDifference(Double.NaN, Double.NaN)
                                : overNeurons(network, other, score, group.of(session)));
            }
        }
        return List.copyOf(differences);
    }

    /** The mean over neurons of the difference of a neuron's score, which is averaged over folds. */
    private ScoreDifference overNeurons(String network, String other, ComparedScore score, IntPredicate group) {
        double[] perNeuron = IntStream.range(0, session.neurons().size())
                .filter(group)
                .mapToDouble(n -> folds.stream()
                        .mapToDouble(fold -> fold.neurons(network, score)[n] - fold.neurons(other, score)[n])
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN))
                .filter(Double::isFinite)
                .toArray();
        double mean = Descriptive.mean(perNeuron);
        double squares =
                Arrays.stream(perNeuron).map(v -> (v - mean) * (v - mean)).sum();
        int count = perNeuron.length;
        return new ScoreDifference(mean, count < 3 ? Double.NaN : Math.sqrt(squares / (count - 1) / count));
    }
}
