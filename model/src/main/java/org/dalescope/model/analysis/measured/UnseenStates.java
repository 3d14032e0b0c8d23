package org.dalescope.model.analysis.measured;

import java.util.Arrays;
import org.dalescope.model.math.stats.Descriptive;

/** The share of a perturbed network's rates that are outside the range of its unperturbed rates. */
final class UnseenStates {
    private static final double TAIL = 0.005;

    private UnseenStates() {}

    /**
     * The share over units, trials and valid bins of the window.
     *
     * @param off rates without the perturbation, {@code [trial][bin][unit]}; their range counts all valid bins
     * @param on rates with the perturbation
     */
    static double share(int units, double[] off, double[] on, PredictedChange.Frame frame) {
        int bins = frame.session().bins();
        int[] positions = frame.session().positions(frame.trialIds());
        long outside = 0;
        long all = 0;
        double[] seen = new double[positions.length * bins];
        for (int unit = 0; unit < units; unit++) {
            int count = 0;
            for (int row = 0; row < seen.length; row++) {
                if (frame.mask().isValid(positions[row / bins], row % bins)) {
                    seen[count++] = off[row * units + unit];
                }
            }
            double[] sorted = Arrays.copyOf(seen, count);
            Arrays.sort(sorted);
            double low = Descriptive.quantile(sorted, TAIL);
            double high = Descriptive.quantile(sorted, 1 - TAIL);
            for (int row = 0; row < seen.length; row++) {
                if (frame.window()[row % bins] && frame.mask().isValid(positions[row / bins], row % bins)) {
                    double rate = on[row * units + unit];
                    outside += rate < low || rate > high ? 1 : 0;
                    all++;
                }
            }
        }
        return (double) outside / all;
    }
}
