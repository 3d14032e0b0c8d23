package org.dalescope.model.scoring.rival;

import java.util.Arrays;
import org.dalescope.model.session.Session;

/**
 * The features of the linear encoding model in every bin of a trial: the mean of every channel over windows of the past
 * (0 before the trial's first bin), window by window, then a basis of Gaussian bumps over time.
 *
 * @param basis {@code [bin][bump]}; the bumps of a bin add up to 1
 */
record LagFeatures(Session session, int channels, int bins, double[] basis) {
    /** The windows in bins back, each from the first number up to the second; the current bin is 0. */
    private static final int[][] WINDOWS = {{0, 2}, {2, 4}, {4, 6}, {6, 9}, {9, 13}, {13, 18}, {18, 25}, {25, 35}};

    private static final int BUMPS = 25;

    static LagFeatures of(Session session) {
        int bins = session.bins();
        double width = (double) bins / BUMPS;
        double[] basis = new double[bins * BUMPS];
        for (int bin = 0; bin < bins; bin++) {
            double sum = 0;
            for (int bump = 0; bump < BUMPS; bump++) {
                double centre = (double) bins * bump / (BUMPS - 1);
                double value = Math.exp(-0.5 * Math.pow((bin - centre) / width, 2));
                basis[bin * BUMPS + bump] = value;
                sum += value;
            }
            for (int bump = 0; bump < BUMPS; bump++) {
                basis[bin * BUMPS + bump] /= sum;
            }
        }
        return new LagFeatures(session, session.channels().size(), bins, basis);
    }

    /** The number of features. */
    int count() {
        return WINDOWS.length * channels + BUMPS;
    }

    /** Writes the features of the trial at a position, {@code [bin][feature]}. */
    void write(int position, double[] to) {
        double[] sums = new double[(bins + 1) * channels];
        for (int bin = 0; bin < bins; bin++) {
            for (int k = 0; k < channels; k++) {
                sums[(bin + 1) * channels + k] = sums[bin * channels + k] + session.input(position, bin, k);
            }
        }
        Arrays.fill(to, 0);
        for (int bin = 0; bin < bins; bin++) {
            int at = bin * count();
            for (int[] window : WINDOWS) {
                int high = Math.max(0, bin + 1 - window[0]) * channels;
                int low = Math.max(0, bin + 1 - window[1]) * channels;
                for (int k = 0; k < channels; k++) {
                    to[at++] = (sums[high + k] - sums[low + k]) / (window[1] - window[0]);
                }
            }
            System.arraycopy(basis, bin * BUMPS, to, at, BUMPS);
        }
    }
}
