package org.dalescope.model.session;

import java.util.Arrays;

/**
 * The mask of valid bins for every trial of a session.
 *
 * @param valid {@code [trial][bin]}, bin fastest
 */
public record Mask(int trials, int bins, boolean[] valid) {
    public boolean isValid(int trial, int bin) {
        return valid[trial * bins + bin];
    }

    /** The end of the run of bins of a trial that are all valid or all invalid, as the bin {@code from} is. */
    public int endOfRun(int trial, int from) {
        int to = from + 1;
        while (to < bins && valid[trial * bins + to] == valid[trial * bins + from]) {
            to++;
        }
        return to;
    }

    /** The number of valid trials at each bin, among the trials at some positions. */
    public int[] validTrials(int[] positions) {
        int[] counts = new int[bins];
        for (int position : positions) {
            for (int bin = 0; bin < bins; bin++) {
                counts[bin] += valid[position * bins + bin] ? 1 : 0;
            }
        }
        return counts;
    }

    /** A mask in which every bin is valid. */
    public static Mask all(int trials, int bins) {
        boolean[] all = new boolean[trials * bins];
        Arrays.fill(all, true);
        return new Mask(trials, bins, all);
    }

    /** Number of valid bins of all trials. */
    public long validBins() {
        long count = 0;
        for (boolean one : valid) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Number of valid bins of a trial. */
    public int validBins(int trial) {
        int count = 0;
        for (int bin = 0; bin < bins; bin++) {
            count += isValid(trial, bin) ? 1 : 0;
        }
        return count;
    }
}
