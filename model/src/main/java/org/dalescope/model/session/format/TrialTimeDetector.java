package org.dalescope.model.session.format;

import java.util.Arrays;

/**
 * Checks the spike clock for several file formats: detects spike times that are counted from each trial's start instead
 * of on the session's clock.
 */
public final class TrialTimeDetector {
    private static final int FEWEST_TRIALS = 5;
    private static final int SPACINGS = 2;
    private static final int SPANS = 5;

    private TrialTimeDetector() {}

    /**
     * Whether all spikes span about one trial while the trials span a session.
     *
     * @param spanS from the earliest spike time to the latest
     * @param trialsS start or event time of every trial, in the same unit
     */
    public static boolean perTrial(double spanS, double[] trialsS) {
        double[] sorted =
                Arrays.stream(trialsS).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < FEWEST_TRIALS || !(spanS > 0)) {
            return false;
        }
        return spanS <= SPACINGS * medianStep(sorted) && sorted[sorted.length - 1] - sorted[0] >= SPANS * spanS;
    }

    /** Median time from one trial to the next; 0 with fewer than two trials. */
    public static double spacing(double[] trialsS) {
        return medianStep(
                Arrays.stream(trialsS).filter(Double::isFinite).sorted().toArray());
    }

    private static double medianStep(double[] sorted) {
        double[] steps = new double[Math.max(0, sorted.length - 1)];
        Arrays.setAll(steps, i -> sorted[i + 1] - sorted[i]);
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }
}
