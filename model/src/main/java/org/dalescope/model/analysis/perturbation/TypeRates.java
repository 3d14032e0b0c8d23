package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import org.dalescope.model.network.UnitMap;

/**
 * The mean rates, intact or perturbed, of all E units and all I units over valid bins of all trials, sp/s; NaN if there
 * is no such bin or unit.
 *
 * @param e of E units
 * @param i of I units
 * @param all of all units, also those of unknown type
 */
public record TypeRates(double e, double i, double all) {
    /** The mean rate in sp/s above which rates count as diverging, because no population of cells reaches it. */
    public static final int RUNAWAY = 500;

    /** The means over all bins. */
    public static TypeRates everywhere(UnitMap units, ConditionAveragedRates trials, double[] rates) {
        boolean[] in = new boolean[trials.bins()];
        Arrays.fill(in, true);
        return of(units, trials, rates, in);
    }

    /**
     * Computes the means over some bins.
     *
     * @param rates {@code [trial][bin][unit]}
     */
    static TypeRates of(UnitMap units, ConditionAveragedRates trials, double[] rates, boolean[] in) {
        double[] sum = new double[3];
        long[] count = new long[3];
        for (int row = 0; row < trials.positions().length; row++) {
            for (int bin = 0; bin < trials.bins(); bin++) {
                if (in[bin] && trials.mask().isValid(trials.positions()[row], bin)) {
                    int from = (row * trials.bins() + bin) * units.units();
                    for (int unit = 0; unit < units.units(); unit++) {
                        sum[2] += rates[from + unit];
                        count[2]++;
                        if (units.sign(unit) != 0) {
                            int type = units.isExcitatory(unit) ? 0 : 1;
                            sum[type] += rates[from + unit];
                            count[type]++;
                        }
                    }
                }
            }
        }
        return new TypeRates(mean(sum[0], count[0]), mean(sum[1], count[1]), mean(sum[2], count[2]));
    }

    /** The mean; infinite if the sum has overflowed, to infinity or to NaN (infinity minus infinity). */
    private static double mean(double sum, long count) {
        return count == 0 ? Double.NaN : Double.isFinite(sum) ? sum / count : Double.POSITIVE_INFINITY;
    }

    double of(boolean excitatory) {
        return excitatory ? e : i;
    }

    /** Whether the mean of a type is above {@link #RUNAWAY}; false for a period without bins. */
    public boolean diverges() {
        return e > RUNAWAY || i > RUNAWAY || all > RUNAWAY;
    }
}
