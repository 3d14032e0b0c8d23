package org.dalescope.model.benchmark;

import org.dalescope.model.common.InputError;

/**
 * The size of a benchmark: the number of training trials, bins and units. There are a quarter as many validation
 * trials.
 *
 * @param units E and I units at 4:1, of which {@link #recorded} have data
 */
public record BenchmarkSize(int trials, int bins, int units) {
    /** The laboratory's session: 835 training trials, 219 bins of 25 ms, 65 units. */
    public static final BenchmarkSize LABORATORY = new BenchmarkSize(835, 219, 65);

    /** The number of input channels, as in the laboratory's session. */
    public static final int CHANNELS = 14;

    private static final int RECORDED_AT_MOST = 54;
    private static final int TRIALS_AT_LEAST = 4;
    private static final long FLOATS_AT_MOST = Integer.MAX_VALUE / 2;

    public BenchmarkSize {
        within("--trials", trials, TRIALS_AT_LEAST, 1_000_000);
        within("--bins", bins, 2, 100_000);
        within("--units", units, 2, 4096);
        long largest = (long) (trials + trials / 4) * bins * Math.max(CHANNELS, Math.max(RECORDED_AT_MOST, units / 4));
        if (largest > FLOATS_AT_MOST || (long) trials * trials > FLOATS_AT_MOST) {
            throw new InputError(
                    "A session of " + trials + " trials x " + bins + " bins is too large for this program ("
                            + Math.max(largest, (long) trials * trials)
                            + " numbers in one array): use fewer --trials or --bins.");
        }
    }

    int excitatory() {
        return Math.clamp(Math.round(0.8 * units), 1, units - 1);
    }

    int inhibitory() {
        return units - excitatory();
    }

    /**
     * The number of recorded neurons: 54, or all units of a small network. If rounding would add a hidden I unit, one E
     * unit is hidden instead.
     */
    public int recorded() {
        int recorded = Math.max(RECORDED_AT_MOST, inhibitory() + 1);
        return recorded < units ? recorded : units - (isExact() ? 0 : 1);
    }

    /**
     * The ratio of E units to I units with which the recorded neurons give a network of exactly this number of units.
     */
    double ratio() {
        double exact = (double) excitatory() / inhibitory();
        return recorded() == units ? exact : Math.max(0.25, (excitatory() - 0.5) / inhibitory());
    }

    private boolean isExact() {
        double exact = (double) excitatory() / inhibitory();
        return excitatory() >= exact * inhibitory() && Math.ceil(excitatory() / exact) == inhibitory();
    }

    int validationTrials() {
        return Math.max(1, trials / 4);
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InputError(
                    option + " cannot be " + value + ": it takes a number from " + least + " to " + most + ".");
        }
    }
}
