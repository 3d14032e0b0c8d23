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
