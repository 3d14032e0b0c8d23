package org.dalescope.model.analysis.circuit;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.math.stats.Correlation;

/**
 * The agreement between networks of different seeds, a statistic that several analyses share: the mean of a correlation
 * over all pairs of them.
 *
 * @param value mean over pairs; NaN for fewer than two seeds
 * @param lowest correlation of a pair
 * @param interval 95 % by the jackknife over seeds, for at least three seeds
 * @param outcome the test against neurons permuted within their type, independently in the network of every seed
 */
public record SeedAgreement(
        int seeds, double value, double lowest, Uncertainty interval, WithinTypePermutation.Outcome outcome) {
    /** The correlation of the networks of two seeds, with the neurons of each permuted. */
    @FunctionalInterface
    public interface Pairing {
        double correlation(int a, int b, int[] orderOfA, int[] orderOfB);
    }

    public static SeedAgreement of(int seeds, boolean[] excitatory, Pairing pairing) {
        int[] identity = new int[excitatory.length];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = i;
        }
        double[][] pairs = new double[seeds][seeds];
        double lowest = Double.NaN;
        for (int a = 0; a < seeds; a++) {
            for (int b = 0; b < a; b++) {
                pairs[a][b] = pairing.correlation(a, b, identity, identity);
                pairs[b][a] = pairs[a][b];
                lowest = Double.isNaN(lowest) ? pairs[a][b] : Math.min(lowest, pairs[a][b]);
            }
        }
        double value = mean(pairs, -1);
        WithinTypePermutation.Outcome outcome = WithinTypePermutation.test(value, random -> {
            List<int[]> orders = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                orders.add(WithinTypePermutation.withinType(excitatory, random.at(seed)));
            }
            double sum = 0;
            for (int a = 0; a < seeds; a++) {
                for (int b = 0; b < a; b++) {
                    sum += pairing.correlation(a, b, orders.get(a), orders.get(b));
                }
            }
            return sum / (seeds * (seeds - 1) / 2.0);
        });
        return new SeedAgreement(seeds, value, lowest, jackknife(pairs, value), outcome);
    }

    /**
     * The agreement of time courses: the mean over neurons of Pearson's r over rows. A time course that does not vary
     * counts as 0.
     *
     * @param courses {@code [seed][row][neuron]}
     * @param rows rows that are correlated
     */
    public static SeedAgreement ofCourses(List<double[][]> courses, int[] rows, boolean[] excitatory) {
        int seeds = courses.size();
        int neurons = excitatory.length;
        double[][][] course = new double[seeds][neurons][];
        for (int seed = 0; seed < seeds; seed++) {
            for (int i = 0; i < neurons; i++) {
                course[seed][i] = ConditionAverages.column(courses.get(seed), rows, i);
            }
        }
        double[][][][] r = new double[seeds][seeds][neurons][neurons];
        for (int a = 0; a < seeds; a++) {
            for (int b = 0; b < a; b++) {
                for (int i = 0; i < neurons; i++) {
                    for (int j = 0; j < neurons; j++) {
                        double one = Correlation.pearson(course[a][i], course[b][j]);
                        r[a][b][i][j] = Double.isNaN(one) ? 0 : one;
                    }
                }
            }
        }
        return of(seeds, excitatory, (a, b, orderOfA, orderOfB) -> {
            double sum = 0;
            for (int i = 0; i < neurons; i++) {
                sum += r[a][b][orderOfA[i]][orderOfB[i]];
            }
            return sum / neurons;
        });
    }

    /** The agreement as a statistic, with its interval and its null. */
    public Statistic statistic(String name, String definition, String of) {
        Statistic statistic = Statistic.plain(
                name,
                definition + ", mean over pairs of seeds",
                value,
                "",
                seeds * (seeds - 1) / 2 + " pairs of " + seeds + " seeds, " + of);
        Statistic sure = interval.over().isEmpty() ? statistic : statistic.within(interval);
        return seeds < 2 ? sure : sure.against(outcome.chance());
    }

    /** The mean over pairs without one seed; -1 leaves out none. */
    private static double mean(double[][] pairs, int without) {
        double sum = 0;
        int count = 0;
        for (int a = 0; a < pairs.length; a++) {
            for (int b = 0; b < a; b++) {
                if (a != without && b != without) {
                    sum += pairs[a][b];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static Uncertainty jackknife(double[][] pairs, double value) {
        int seeds = pairs.length;
        if (seeds < 3) {
            return Uncertainty.NONE;
        }
        double[] left = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            left[seed] = mean(pairs, seed);
        }
        // The jackknife error sqrt((n - 1) / n sum (v - mean)^2) is the standard error of a mean times n - 1.
        double error = SeedStatistics.standardError(left, SeedStatistics.mean(left)) * (seeds - 1);
        return SeedStatistics.interval(value, error, seeds, "95 % over seeds (jackknife)");
    }
}
