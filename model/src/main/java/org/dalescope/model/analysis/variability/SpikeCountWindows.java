package org.dalescope.model.analysis.variability;

import org.dalescope.model.session.Mask;
import org.dalescope.model.session.TimeAxis;

/**
 * Spike counts for trial-to-trial variability, in windows of equal length, which cover the trial in both directions
 * from time zero. Trials of different length thus share the same windows. A trial has the windows in which all its bins
 * are valid.
 *
 * @param valid {@code [trial][window]}
 * @param counts {@code [trial][window][neuron]}; observed counts of the data, expected counts of the model
 */
record SpikeCountWindows(int windows, int neurons, boolean[][] valid, double[][][] counts) {
    /** The length of a window in ms. */
    static final double WINDOW_MS = 250;

    private static final double MS_PER_S = 1000;

    /** The rate of a neuron in a bin of the i-th trial, sp/s. */
    interface Rates {
        double at(int i, int bin, int neuron);
    }

    /**
     * Counts spikes on some trials.
     *
     * @param positions of the trials in the mask
     */
    static SpikeCountWindows of(TimeAxis time, Mask mask, int[] positions, int neurons, Rates rates) {
        int length = binsPerWindow(time);
        int zero = (int) Math.round(-time.startMs() / time.binMs());
        int first = Math.floorMod(zero, length);
        int windows = Math.max(0, (time.bins() - first) / length);
        boolean[][] valid = new boolean[positions.length][windows];
        double[][][] counts = new double[positions.length][windows][neurons];
        for (int i = 0; i < positions.length; i++) {
            for (int window = 0; window < windows; window++) {
                int from = first + window * length;
                valid[i][window] = allValid(mask, positions[i], from, from + length);
                for (int bin = from; bin < from + length && valid[i][window]; bin++) {
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        counts[i][window][neuron] += rates.at(i, bin, neuron) * time.binMs() / MS_PER_S;
                    }
                }
            }
        }
        return new SpikeCountWindows(windows, neurons, valid, counts);
    }

    /** The number of whole bins per window, at least one. */
    static int binsPerWindow(TimeAxis time) {
        return (int) Math.max(1, Math.round(WINDOW_MS / time.binMs()));
    }

    private static boolean allValid(Mask mask, int trial, int from, int end) {
        for (int bin = from; bin < end; bin++) {
            if (!mask.isValid(trial, bin)) {
                return false;
            }
        }
        return true;
    }
}
