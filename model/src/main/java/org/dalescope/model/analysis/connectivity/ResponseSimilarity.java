package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.math.stats.Correlation;

/**
 * The similarity of the responses of the recorded neurons, with which the weights between them are compared.
 *
 * @param values Pearson's r of every pair of neurons, {@code [neuron][neuron]}; NaN if one of them does not vary
 */
record ResponseSimilarity(String name, String words, double[] values) {
    private static final double SMOOTHING_MS = 25;

    /** The similarity of the PSTHs and, if there are conditions, of the selectivity. */
    static List<ResponseSimilarity> all(ConditionAverages rows, RecordedNeurons neurons) {
        double[][] data = rows.smoothed(rows.data(neurons), SMOOTHING_MS);
        List<ResponseSimilarity> all = new ArrayList<>();
        all.add(new ResponseSimilarity(
                "psth",
                "similarity of the neurons' PSTHs over all trials (Pearson's r over bins, smoothed with sigma 25 ms)",
                matrix(neurons.size(), i -> ConditionAverages.column(data, rows.rowsOf(0), i))));
        if (rows.conditions().size() > 2) {
            double[][] selectivity = selectivity(rows, data, neurons.size());
            all.add(new ResponseSimilarity(
                    "selectivity",
                    "similarity of the neurons' selectivity (Pearson's r over conditions of the mean rate over valid"
                            + " bins, minus that of all trials)",
                    matrix(neurons.size(), i -> selectivity[i])));
        }
        return List.copyOf(all);
    }

    /**
     * The standard deviation of the mean rate over single conditions, sp/s, by neuron id; empty if there are no
     * conditions.
     */
    static Map<Integer, Double> spreadOverConditions(ConditionAverages rows, RecordedNeurons neurons) {
        Map<Integer, Double> spread = new HashMap<>();
        if (rows.conditions().size() > 2) {
            double[][] selectivity = selectivity(rows, rows.data(neurons), neurons.size());
            for (int neuron = 0; neuron < neurons.size(); neuron++) {
                double mean = mean(selectivity[neuron]);
                spread.put(
                        neurons.ids()[neuron],
                        Math.sqrt(mean(Arrays.stream(selectivity[neuron])
                                .map(v -> (v - mean) * (v - mean))
                                .toArray())));
            }
        }
        return spread;
    }

    /** The mean rate in every single condition minus that over all trials, {@code [neuron][condition]}. */
    private static double[][] selectivity(ConditionAverages rows, double[][] data, int neurons) {
        int conditions = rows.conditions().size();
        double[][] selectivity = new double[neurons][conditions - 1];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double all = mean(ConditionAverages.column(data, rows.rowsOf(0), neuron));
            for (int one = 1; one < conditions; one++) {
                selectivity[neuron][one - 1] = mean(ConditionAverages.column(data, rows.rowsOf(one), neuron)) - all;
            }
        }
        return selectivity;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double[] matrix(int neurons, IntFunction<double[]> response) {
        List<double[]> responses =
                IntStream.range(0, neurons).mapToObj(response).toList();
        double[] matrix = new double[neurons * neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                matrix[i * neurons + j] = Correlation.pearson(responses.get(i), responses.get(j));
            }
        }
        return matrix;
    }
}
