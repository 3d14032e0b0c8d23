package org.dalescope.model.scoring.screening;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Ranks;
import org.dalescope.model.session.quality.SessionActivity;

/**
 * The drift of a neuron's rate over a session, measured within conditions before a fit to see how stable the neuron is.
 * A loose electrode can cause such a drift.
 *
 * @param rho Spearman's rank correlation of a trial's rate with its order, within condition, averaged with n - 1 as
 *     weight; NaN if no condition has enough trials
 * @param z rho in standard errors under independence, sum (n - 1) rho / sqrt(sum (n - 1))
 * @param change change of the rate from the first to the last trial as a share of its mean, by least squares within
 *     condition
 */
public record Drift(double rho, double z, double change) {
    private static final int FEWEST_TRIALS = 5;
    private static final double LEAST_RHO = 0.3;
    private static final double LEAST_Z = 4;
    private static final double LEAST_CHANGE = 0.5;
    private static final Drift UNKNOWN = new Drift(Double.NaN, Double.NaN, Double.NaN);

    /**
     * The drift of a neuron.
     *
     * @param conditions positions of usable trials, one group per condition
     */
    static Drift of(SessionActivity activity, int neuron, List<int[]> conditions) {
        double weights = 0;
        double rhos = 0;
        double slopeAbove = 0;
        double slopeBelow = 0;
        double sum = 0;
        int count = 0;
        for (int[] trials : conditions) {
            double[] rates = Arrays.stream(trials)
                    .mapToDouble(t -> activity.rate(t, neuron))
                    .toArray();
            double[] order = Arrays.stream(trials).asDoubleStream().toArray();
            sum += Arrays.stream(rates).sum();
            count += rates.length;
            if (trials.length < FEWEST_TRIALS) {
                continue;
            }
            double rho = Correlation.pearson(Ranks.of(rates), Ranks.of(order));
            if (!Double.isNaN(rho)) {
                weights += trials.length - 1;
                rhos += (trials.length - 1) * rho;
            }
            slopeAbove += covariation(rates, order);
            slopeBelow += covariation(order, order);
        }
        if (weights == 0 || sum == 0) {
            return UNKNOWN;
        }
        double span = activity.usable()[activity.usable().length - 1] - activity.usable()[0];
        double change = slopeBelow == 0 ? Double.NaN : slopeAbove / slopeBelow * span / (sum / count);
        return new Drift(rhos / weights, rhos / Math.sqrt(weights), change);
    }

    /** Whether the drift is significant and large enough to matter. */
    public boolean isUnstable() {
        return Math.abs(rho) >= LEAST_RHO && Math.abs(z) >= LEAST_Z && Math.abs(change) >= LEAST_CHANGE;
    }

    private static double covariation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .sum();
    }
}
