package org.dalescope.model.math.stats;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;

/**
 * Kendall's coefficient of concordance W with ties, which measures how far networks (the judges) rank perturbations
 * (the items) alike: 0 for no agreement, 1 for the same order.
 *
 * @param w NaN for fewer than two judges or items
 * @param p share of shufflings of the ranks within each judge, including the given ranks, that agree at least as much
 * @param shuffles number of shufflings
 */
public record KendallW(double w, double p, int shuffles) {
    private static final int SHUFFLES = 1999;

    /**
     * Computes the agreement.
     *
     * @param values {@code [judge][item]}
     */
    public static KendallW of(double[][] values) {
        int things = values.length == 0 ? 0 : values[0].length;
        if (values.length < 2 || things < 2) {
            return new KendallW(Double.NaN, Double.NaN, 0);
        }
        double[][] ranks = Arrays.stream(values).map(Ranks::of).toArray(double[][]::new);
        double w = concordance(ranks);
        CounterRandom random = CounterRandom.of(0, Stream.PERMUTATION);
        int asMuch = 1;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            double[][] shuffled = new double[ranks.length][things];
            for (int judge = 0; judge < ranks.length; judge++) {
                int[] order = random.at(shuffle).at(judge).permutation(things);
                for (int thing = 0; thing < things; thing++) {
                    shuffled[judge][thing] = ranks[judge][order[thing]];
                }
            }
            asMuch += concordance(shuffled) >= w - 1e-12 ? 1 : 0;
        }
        return new KendallW(w, asMuch / (SHUFFLES + 1.0), SHUFFLES);
    }

    private static double concordance(double[][] ranks) {
        double m = ranks.length;
        double n = ranks[0].length;
        double squares = 0;
        for (int thing = 0; thing < n; thing++) {
            double sum = 0;
            for (double[] judge : ranks) {
                sum += judge[thing];
            }
            squares += Math.pow(sum - m * (n + 1) / 2, 2);
        }
        double most = m * m * (n * n * n - n)
                - m * Arrays.stream(ranks).mapToDouble(KendallW::ties).sum();
        return most > 0 ? 12 * squares / most : Double.NaN;
    }

    /** The sum of t^3 - t over groups of t equal ranks. */
    private static double ties(double[] ranks) {
        double sum = 0;
        for (double rank : ranks) {
            double equal = Arrays.stream(ranks).filter(other -> other == rank).count();
            sum += equal * equal - 1;
        }
        return sum;
    }
}
