package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.session.Factor;

/**
 * Trials grouped by the levels of a factor, to measure selectivity for it. A continuous factor is split at its median.
 *
 * @param rows of the trials that have a level, ascending
 * @param level of each of them
 * @param levels the text that is shown for each level
 */
record TrialGrouping(String factor, int[] rows, int[] level, List<String> levels) {
    private static final int LEAST_TRIALS = 5;
    private static final int MOST_LEVELS = 12;

    /**
     * Groups some trials by a factor. Levels with fewer than 5 trials are left out.
     *
     * @param positions of the trials in the session
     * @return empty if fewer than two levels are left, or more than 12
     */
    static Optional<TrialGrouping> of(Factor factor, int[] positions) {
        double[] values =
                IntStream.of(positions).mapToDouble(p -> factor.values()[p]).toArray();
        double[] codes = factor.kind() == Factor.Kind.CONTINUOUS ? halves(factor, values) : values;
        double[] distinct = Arrays.stream(codes)
                .filter(factor.kind() == Factor.Kind.CONTINUOUS ? code -> !Double.isNaN(code) : factor::applies)
                .sorted()
                .distinct()
                .filter(code -> Arrays.stream(codes).filter(c -> c == code).count() >= LEAST_TRIALS)
                .toArray();
        if (distinct.length < 2 || distinct.length > MOST_LEVELS) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        for (double code : distinct) {
            labels.add(
                    factor.kind() == Factor.Kind.CONTINUOUS
                            ? code == 0 ? "up to the median" : "above the median"
                            : factor.label(code));
        }
        int[] rows = IntStream.range(0, codes.length)
                .filter(row -> Arrays.binarySearch(distinct, codes[row]) >= 0)
                .toArray();
        int[] level = IntStream.of(rows)
                .map(row -> Arrays.binarySearch(distinct, codes[row]))
                .toArray();
        return Optional.of(new TrialGrouping(factor.name(), rows, level, List.copyOf(labels)));
    }

    /**
     * The grouping of a part of the trials. Levels with fewer than 5 of these trials are left out.
     *
     * @param kept whether a row stays
     * @return empty if fewer than two levels are left
     */
    Optional<TrialGrouping> keeping(IntPredicate kept) {
        int[] stay =
                IntStream.range(0, rows.length).filter(i -> kept.test(rows[i])).toArray();
        int[] left = IntStream.range(0, levels.size())
                .filter(l -> IntStream.of(stay).filter(i -> level[i] == l).count() >= LEAST_TRIALS)
                .toArray();
        int[] used = IntStream.of(stay)
                .filter(i -> Arrays.binarySearch(left, level[i]) >= 0)
                .toArray();
        return left.length < 2
                ? Optional.empty()
                : Optional.of(new TrialGrouping(
                        factor,
                        IntStream.of(used).map(i -> rows[i]).toArray(),
                        IntStream.of(used)
                                .map(i -> Arrays.binarySearch(left, level[i]))
                                .toArray(),
                        IntStream.of(left).mapToObj(levels::get).toList()));
    }

    private static double[] halves(Factor factor, double[] values) {
        double[] sorted = Arrays.stream(values).filter(factor::applies).sorted().toArray();
        int n = sorted.length;
        double median = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return Arrays.stream(values)
                .map(v -> !factor.applies(v) ? Double.NaN : v > median ? 1 : 0)
                .toArray();
    }

    /** The number of pairs of levels; in a pair the lower level comes first. */
    int pairs() {
        return levels.size() * (levels.size() - 1) / 2;
    }

    /** The text that is shown for a pair, such as {@code 3 over 1}. */
    String pair(int pair) {
        int[] both = levelsOf(pair);
        return levels.get(both[1]) + " over " + levels.get(both[0]);
    }

    /** The lower and the higher level of a pair. */
    int[] levelsOf(int pair) {
        int k = 0;
        for (int a = 0; a < levels.size(); a++) {
            for (int b = a + 1; b < levels.size(); b++) {
                if (k++ == pair) {
                    return new int[] {a, b};
                }
            }
        }
        throw new IllegalArgumentException("no pair " + pair);
    }
}
