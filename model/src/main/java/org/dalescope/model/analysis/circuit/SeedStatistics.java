package org.dalescope.model.analysis.circuit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;

/**
 * Statistics over seeds that several analyses share, for quantities that have one value per seed's network: the mean,
 * with Student's 95 % interval for at least two seeds.
 */
public final class SeedStatistics {
    private static final double TAIL = 0.025;

    private SeedStatistics() {}

    /** The mean over seeds. */
    public static Statistic of(String name, String definition, String unit, double[] perSeed) {
        double mean = mean(perSeed);
        Statistic plain = Statistic.plain(
                name,
                definition + ", mean over seeds",
                mean,
                unit,
                perSeed.length == 1 ? "1 seed" : perSeed.length + " seeds");
        return perSeed.length < 2 ? plain : plain.within(interval(perSeed, mean));
    }

    /** The mean over seeds, compared with the same networks before they were fitted by a paired t test over seeds. */
    public static Statistic of(String name, String definition, String unit, double[] perSeed, double[] initial) {
        Statistic statistic = of(name, definition, unit, perSeed);
        String what = String.format(Locale.ROOT, "the same networks at initialisation: %.4g", mean(initial));
        return statistic.against(new Chance(what, pairedT(perSeed, initial), mean(initial)));
    }

    /** Two-sided p of the paired t test; NaN for fewer than two pairs or if the differences do not vary. */
    public static double pairedT(double[] a, double[] b) {
        double[] difference =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        double mean = mean(difference);
        double error = standardError(difference, mean);
        if (!(error > 0)) {
            return Double.NaN;
        }
        return 2 * TDistribution.of(a.length - 1.0).survivalProbability(Math.abs(mean / error));
    }

    /** Student's 95 % interval of a mean. */
    public static Uncertainty interval(double[] perSeed, double mean) {
        return interval(mean, standardError(perSeed, mean), perSeed.length, "95 % over seeds (Student)");
    }

    /** The 95 % interval by Student's quantile with seeds - 1 degrees of freedom. */
    public static Uncertainty interval(double value, double error, int seeds, String over) {
        double half = TDistribution.of(seeds - 1.0).inverseSurvivalProbability(TAIL) * error;
        return new Uncertainty(over, value - half, value + half);
    }

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The standard error of the mean, with n - 1; NaN for fewer than two values. */
    public static double standardError(double[] values, double mean) {
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
