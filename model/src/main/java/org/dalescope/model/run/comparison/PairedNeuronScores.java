package org.dalescope.model.run.comparison;

import java.util.Arrays;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.stats.Descriptive;

/**
 * Compares two runs of one session neuron by neuron: the scores r, joined by neuron id. Only neurons with an r in both
 * runs are included.
 *
 * @param ids ascending
 * @param first r in run A, by neuron
 * @param second r in run B, by neuron
 */
public record PairedNeuronScores(int[] ids, double[] first, double[] second) {
    /** The source of variation of the interval of {@link Difference}, and what the interval does not cover. */
    public static final String OVER =
            "over neurons, which share the trials of the session; variation over seeds is not included";

    private static final int DRAWS = 10_000;
    private static final double TAIL = 0.025;

    /**
     * The mean difference of r, B minus A.
     *
     * @param n number of neurons
     * @param mean NaN if there are none
     * @param standardError jackknife over neurons; NaN for fewer than two
     * @param low lower end of the 95 % percentile bootstrap interval over neurons; NaN for fewer than two
     * @param high upper end of this interval
     * @param better number of neurons with a higher r in B
     */
    public record Difference(int n, double mean, double standardError, double low, double high, int better) {}

    /**
     * Joins the scores of two runs.
     *
     * @param first r by neuron id
     * @param second r by neuron id
     */
    public static PairedNeuronScores of(Map<Integer, Double> first, Map<Integer, Double> second) {
        int[] ids = first.keySet().stream()
                .filter(id -> Double.isFinite(r(first, id)) && Double.isFinite(r(second, id)))
                .mapToInt(id -> id)
                .sorted()
                .toArray();
        return new PairedNeuronScores(
                ids,
                Arrays.stream(ids).mapToDouble(id -> r(first, id)).toArray(),
                Arrays.stream(ids).mapToDouble(id -> r(second, id)).toArray());
    }

    private static double r(Map<Integer, Double> of, int id) {
        return of.getOrDefault(id, Double.NaN);
    }

    /** The difference of r, B minus A, per neuron. */
    public double[] differences() {
        double[] differences = new double[ids.length];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        return differences;
    }

    public Difference difference() {
        double[] d = differences();
        int better = (int) Arrays.stream(d).filter(value -> value > 0).count();
        double mean = Arrays.stream(d).average().orElse(Double.NaN);
        if (d.length < 2) {
            return new Difference(d.length, mean, Double.NaN, Double.NaN, Double.NaN, better);
        }
        double[] means = bootstrap(d);
        return new Difference(
                d.length,
                mean,
                jackknife(d),
                Descriptive.quantile(means, TAIL),
                Descriptive.quantile(means, 1 - TAIL),
                better);
    }

    /** The jackknife standard error sqrt((n - 1) / n sum (mean without i - their mean)^2). */
    private static double jackknife(double[] d) {
        int n = d.length;
        double sum = Arrays.stream(d).sum();
        double squares = 0;
        for (double left : d) {
            double without = (sum - left) / (n - 1);
            squares += (without - sum / n) * (without - sum / n);
        }
        return Math.sqrt((n - 1.0) / n * squares);
    }

    /** The means of neurons drawn with replacement, in ascending order. */
    private static double[] bootstrap(double[] d) {
        CounterRandom random = CounterRandom.of(0, CounterRandom.Stream.BOOTSTRAP);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            CounterRandom own = random.at(draw);
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += d[(int) (own.uniform(i) * d.length)];
            }
            means[draw] = sum / d.length;
        }
        Arrays.sort(means);
        return means;
    }
}
