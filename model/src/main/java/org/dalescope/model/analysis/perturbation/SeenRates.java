package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.network.UnitMap;

/**
 * The range of each unit's rates in the intact network, which is all that a fit has seen: 99 % of its rates over valid
 * bins lie in it. A prediction far outside this range extrapolates.
 *
 * @param low per unit, sp/s
 * @param high per unit, sp/s
 */
public record SeenRates(double[] low, double[] high) {
    /** The share of perturbed rates outside the range above which a prediction extrapolates; without effect 0.01. */
    public static final double MOST_UNSEEN = 0.05;

    /** The definition of the statistic {@code unseen}. */
    public static final String DEFINITION =
            "share of the perturbed rates in the window that are outside the range of 99 % of the unit's rates without"
                    + " the perturbation; about 0.01 if the perturbation does nothing, and above 0.05 the prediction"
                    + " extrapolates";

    private static final double TAIL = 0.005;

    public SeenRates {
        low = low.clone();
        high = high.clone();
    }

    @Override
    public double[] low() {
        return low.clone();
    }

    @Override
    public double[] high() {
        return high.clone();
    }

    /**
     * The ranges in an intact network.
     *
     * @param rates {@code [trial][bin][unit]}
     */
    public static SeenRates of(UnitMap units, ConditionAveragedRates trials, double[] rates) {
        int n = units.units();
        int[] rows = rows(trials);
        double[] low = new double[n];
        double[] high = new double[n];
        double[] seen = new double[rows.length];
        for (int unit = 0; unit < n; unit++) {
            for (int i = 0; i < rows.length; i++) {
                seen[i] = rates[rows[i] * n + unit];
            }
            Arrays.sort(seen);
            low[unit] = Descriptive.quantile(seen, TAIL);
            high[unit] = Descriptive.quantile(seen, 1 - TAIL);
        }
        return new SeenRates(low, high);
    }

    /** The rows of {@code [trial][bin]} that are valid. */
    private static int[] rows(ConditionAveragedRates trials) {
        int bins = trials.bins();
        int[] rows = new int[trials.positions().length * bins];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (trials.mask().isValid(trials.positions()[row / bins], row % bins)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /**
     * The share of rates over units, trials and valid bins that are outside the range; NaN without such a bin.
     *
     * @param rates {@code [trial][bin][unit]}, perturbed
     * @param window the bins that count
     */
    public double shareOutside(ConditionAveragedRates trials, double[] rates, boolean[] window) {
        int n = low.length;
        long outside = 0;
        long all = 0;
        for (int row : rows(trials)) {
            if (window[row % trials.bins()]) {
                for (int unit = 0; unit < n; unit++) {
                    double rate = rates[row * n + unit];
                    outside += rate < low[unit] || rate > high[unit] ? 1 : 0;
                }
                all += n;
            }
        }
        return (double) outside / all;
    }
}
