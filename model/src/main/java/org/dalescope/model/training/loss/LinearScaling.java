package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * A scaling of smoothed trials for the trial-matching loss, with a factor and an offset for each bin of each trial,
 * which follow from the data. Smoothing is normalised by the smoothed mask, so that a trial's last valid bins are not
 * biased towards 0.
 *
 * @param factor 0 if invalid, {@code [trial][bin]}
 * @param offset is subtracted after the multiplication
 */
record LinearScaling(double[] factor, double[] offset) implements TrialScaling {
    private static final double MASK_FLOOR = 1e-9;
    private static final double LOWEST_SD = 1e-6;
    private static final double MS_PER_S = 1000;

    /**
     * The scaling of rates in sp/s to expected counts per bin.
     *
     * @param mask 1 if valid, {@code [trial][bin]}
     * @param smoothedMask the mask smoothed like the data
     */
    static LinearScaling counts(double[] mask, double[] smoothedMask, double binMs) {
        double[] factor = normalised(mask, smoothedMask);
        for (int i = 0; i < factor.length; i++) {
            factor[i] *= binMs / MS_PER_S;
        }
        return new LinearScaling(factor, new double[mask.length]);
    }

    private static double[] normalised(double[] mask, double[] smoothedMask) {
        double[] factor = new double[mask.length];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = mask[i] / Math.max(smoothedMask[i], MASK_FLOOR);
        }
        return factor;
    }

    /**
     * The scaling to z-scores with the data's mean and standard deviation over the valid trials of a bin. Bins in which
     * the data do not vary have the factor 0.
     *
     * @param mask 1 if valid, {@code [trial][bin]}
     * @param smoothedMask the mask smoothed like the data
     * @param smoothed the data, masked and smoothed, sp/s
     * @param floor added to the standard deviation, sp/s
     */
    static LinearScaling byData(double[] mask, double[] smoothedMask, double[] smoothed, int bins, double floor) {
        double[] factor = normalised(mask, smoothedMask);
        double[] offset = new double[mask.length];
        for (int bin = 0; bin < bins; bin++) {
            double count = 0;
            double sum = 0;
            double squares = 0;
            for (int i = bin; i < mask.length; i += bins) {
                count += mask[i];
                sum += mask[i] * smoothed[i] * factor[i];
            }
            double mean = sum / Math.max(1, count);
            for (int i = bin; i < mask.length; i += bins) {
                double centred = smoothed[i] * factor[i] - mean;
                squares += mask[i] * centred * centred;
            }
            double sd = Math.sqrt(squares / Math.max(1, count - 1));
            for (int i = bin; i < mask.length; i += bins) {
                double perSd = sd > LOWEST_SD ? mask[i] / (sd + floor) : 0;
                factor[i] *= perSd;
                offset[i] = mean * perSd;
            }
        }
        return new LinearScaling(factor, offset);
    }

    @Override
    public Scaled scale(double[] smoothed, WorkerThreads workers) {
        double[] values = new double[smoothed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = smoothed[i] * factor[i] - offset[i];
        }
        return new Linear(values, factor);
    }

    private record Linear(double[] values, double[] factor) implements Scaled {
        @Override
        public void pullBack(double[] gradient, WorkerThreads workers) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor[i];
            }
        }
    }
}
