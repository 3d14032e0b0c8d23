package org.dalescope.model.analysis.circuit;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;

/**
 * The permutation test of several analyses of fitted circuits, in which neurons are permuted within their type (E or
 * I): the rows and columns of a matrix move together. Shuffling single weights instead would destroy the dependence
 * within rows and columns and find too many significant results.
 */
public final class WithinTypePermutation {
    /** The number of permutations per test. */
    public static final int DRAWS = 999;

    private WithinTypePermutation() {}

    /** The result of a test: the mean under the null, and p. */
    public record Outcome(double nullMean, double p) {
        public Chance chance() {
            return new Chance(
                    String.format(Locale.ROOT, "neurons permuted within their type: %.4g on average", nullMean),
                    p,
                    nullMean);
        }
    }

    /**
     * Computes the two-sided p about the mean of the null. The observed arrangement counts as one of the draws, in
     * mean and p, which makes the test exact.
     *
     * @param permuted the statistic of one draw, which has its own random generator
     */
    public static Outcome test(double observed, ToDoubleFunction<CounterRandom> permuted) {
        if (Double.isNaN(observed)) {
            return new Outcome(Double.NaN, Double.NaN);
        }
        CounterRandom random = CounterRandom.of(0, Stream.PERMUTATION);
        double[] all = new double[DRAWS + 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            all[draw] = permuted.applyAsDouble(random.at(draw));
        }
        all[DRAWS] = observed;
        double mean = Arrays.stream(all).average().orElse(Double.NaN);
        // Draws that differ from the observed value only by rounding count as equally far.
        double far = Math.abs(observed - mean) * (1 - 1e-9);
        double p = Arrays.stream(all).filter(v -> Math.abs(v - mean) >= far).count() / (DRAWS + 1.0);
        double nullMean = Arrays.stream(all, 0, DRAWS).average().orElse(Double.NaN);
        return new Outcome(nullMean, p);
    }

    /** A random permutation of neurons within their types. */
    public static int[] withinType(boolean[] excitatory, CounterRandom random) {
        int[] order = new int[excitatory.length];
        for (int type = 0; type < 2; type++) {
            boolean wanted = type == 0;
            int[] members = IntStream.range(0, order.length)
                    .filter(i -> excitatory[i] == wanted)
                    .toArray();
            int[] shuffled = random.at(type).permutation(members.length);
            for (int i = 0; i < members.length; i++) {
                order[members[i]] = members[shuffled[i]];
            }
        }
        return order;
    }
}
