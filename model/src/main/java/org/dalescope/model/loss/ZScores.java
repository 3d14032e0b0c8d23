package org.dalescope.model.loss;

/**
 * Variables z-scored by their own mean and spread over repetitions: the neurons of a PSTH over bins, or bins over trials.
 *
 * @param z {@code [repetition][variable]}
 * @param mean per variable
 * @param sd per variable, never 0
 * @param floor added to sd before z-scoring divides by it
 */
record ZScores(int repetitions, int variables, double[] z, double[] mean, double[] sd, double floor) {
    private static final double VARIANCE_FLOOR = 1e-12;
    private static final double SD_FLOOR = 1e-8;

    /** Z-scores {@code [repetition][variable]} with the usual floor. */
    static ZScores of(double[] values, int repetitions, int variables) {
        return of(values, repetitions, variables, SD_FLOOR);
    }

    /** Z-scores {@code [repetition][variable]}. */
    static ZScores of(double[] values, int repetitions, int variables, double floor) {
        double[] z = new double[values.length];
        double[] mean = new double[variables];
        double[] sd = new double[variables];
        for (int i = 0; i < repetitions; i++) {
            for (int n = 0; n < variables; n++) {
                mean[n] += values[i * variables + n];
            }
        }
        for (int n = 0; n < variables; n++) {
            mean[n] /= repetitions;
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = 0; n < variables; n++) {
                double centred = values[i * variables + n] - mean[n];
                z[i * variables + n] = centred;
                sd[n] += centred * centred;
            }
        }
        for (int n = 0; n < variables; n++) {
            sd[n] = Math.sqrt(sd[n] / degrees(repetitions) + VARIANCE_FLOOR);
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = 0; n < variables; n++) {
                z[i * variables + n] /= sd[n] + floor;
            }
        }
        return new ZScores(repetitions, variables, z, mean, sd, floor);
    }

    /**
     * Derivatives with respect to z-scores become those with respect to values, in place.
     *
     * @param byMean further derivatives with respect to {@link #mean}
     * @param bySd further derivatives with respect to {@link #sd}
     */
    void pullBack(double[] gradient, double[] byMean, double[] bySd) {
        double[] throughSd = new double[variables];
        double[] average = new double[variables];
        for (int i = 0; i < repetitions; i++) {
            for (int n = 0; n < variables; n++) {
                throughSd[n] += gradient[i * variables + n] * z[i * variables + n];
                average[n] += gradient[i * variables + n];
            }
        }
        double[] perZ = new double[variables];
        double[] shift = new double[variables];
        for (int n = 0; n < variables; n++) {
            double scale = sd[n] + floor;
            perZ[n] = (bySd[n] - throughSd[n] / scale) * scale / (degrees(repetitions) * sd[n]);
            shift[n] = (byMean[n] - average[n] / scale) / repetitions;
        }
        for (int i = 0; i < repetitions; i++) {
            for (int n = 0; n < variables; n++) {
                int at = i * variables + n;
                gradient[at] = gradient[at] / (sd[n] + floor) + perZ[n] * z[at] + shift[n];
            }
        }
    }

    private static int degrees(int repetitions) {
        return Math.max(1, repetitions - 1);
    }
}
