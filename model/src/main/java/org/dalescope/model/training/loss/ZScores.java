package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.WorkerThreads;

/**
 * The z-scores of the variables of a loss by their own mean and standard deviation over repetitions: the neurons of a
 * PSTH over bins, or bins over trials.
 *
 * @param z {@code [repetition][variable]}
 * @param mean per variable
 * @param sd per variable, never 0
 * @param floor added to sd before z-scoring divides by it
 */
record ZScores(int repetitions, int variables, double[] z, double[] mean, double[] sd, double floor) {
    private static final double VARIANCE_FLOOR = 1e-12;
    private static final double SD_FLOOR = 1e-8;
    /** The number of variables that a thread processes together: a few cache lines of a row. */
    private static final int TOGETHER = 16;

    /** Z-scores {@code [repetition][variable]} with the usual floor. */
    static ZScores of(double[] values, int repetitions, int variables) {
        return of(values, repetitions, variables, SD_FLOOR);
    }

    /** Z-scores {@code [repetition][variable]} on the calling thread. */
    static ZScores of(double[] values, int repetitions, int variables, double floor) {
        ZScores scores = zeros(values, repetitions, variables, floor);
        scores.set(values, 0, variables);
        return scores;
    }

    /** The same on several threads. */
    static ZScores of(double[] values, int repetitions, int variables, double floor, WorkerThreads workers) {
        ZScores scores = zeros(values, repetitions, variables, floor);
        scores.share(workers, (first, end) -> scores.set(values, first, end));
        return scores;
    }

    private static ZScores zeros(double[] values, int repetitions, int variables, double floor) {
        return new ZScores(
                repetitions, variables, new double[values.length], new double[variables], new double[variables], floor);
    }

    /** Variables {@code first} to {@code end - 1}, which know nothing of the others. */
    private void set(double[] values, int first, int end) {
        for (int i = 0; i < repetitions; i++) {
            for (int n = first; n < end; n++) {
                mean[n] += values[i * variables + n];
            }
        }
        for (int n = first; n < end; n++) {
            mean[n] /= repetitions;
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = first; n < end; n++) {
                double centred = values[i * variables + n] - mean[n];
                z[i * variables + n] = centred;
                sd[n] += centred * centred;
            }
        }
        for (int n = first; n < end; n++) {
            sd[n] = Math.sqrt(sd[n] / degrees(repetitions) + VARIANCE_FLOOR);
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = first; n < end; n++) {
                z[i * variables + n] /= sd[n] + floor;
            }
        }
    }

    /**
     * Derivatives with respect to z-scores become those with respect to values, in place.
     *
     * @param byMean further derivatives with respect to {@link #mean}
     * @param bySd further derivatives with respect to {@link #sd}
     */
    void pullBack(double[] gradient, double[] byMean, double[] bySd) {
        pullBack(gradient, byMean, bySd, 0, variables);
    }

    /** The same on several threads, without further derivatives. */
    void pullBack(double[] gradient, WorkerThreads workers) {
        double[] nothing = new double[variables];
        share(workers, (first, end) -> pullBack(gradient, nothing, nothing, first, end));
    }

    private void pullBack(double[] gradient, double[] byMean, double[] bySd, int first, int end) {
        double[] throughSd = new double[end - first];
        double[] average = new double[end - first];
        for (int i = 0; i < repetitions; i++) {
            for (int n = first; n < end; n++) {
                throughSd[n - first] += gradient[i * variables + n] * z[i * variables + n];
                average[n - first] += gradient[i * variables + n];
            }
        }
        double[] perZ = new double[end - first];
        double[] shift = new double[end - first];
        for (int n = first; n < end; n++) {
            double scale = sd[n] + floor;
            perZ[n - first] = (bySd[n] - throughSd[n - first] / scale) * scale / (degrees(repetitions) * sd[n]);
            shift[n - first] = (byMean[n] - average[n - first] / scale) / repetitions;
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = first; n < end; n++) {
                int at = i * variables + n;
                gradient[at] = gradient[at] / (sd[n] + floor) + perZ[n - first] * z[at] + shift[n - first];
            }
        }
    }

    /** Work on variables {@code first} to {@code end - 1}. */
    private interface Part {
        void on(int first, int end);
    }

    private void share(WorkerThreads workers, Part part) {
        workers.run(
                Math.ceilDiv(variables, TOGETHER),
                task -> part.on(task * TOGETHER, Math.min(variables, (task + 1) * TOGETHER)));
    }

    private static int degrees(int repetitions) {
        return Math.max(1, repetitions - 1);
    }
}
