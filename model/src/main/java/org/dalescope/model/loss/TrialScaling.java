package org.dalescope.model.loss;

/**
 * How smoothed trials are made comparable, {@code [trial][bin]} to {@code [trial][bin]}. What depends on the data alone is
 * computed once.
 */
sealed interface TrialScaling {
    /** Scaled trials, and the way back for derivatives. */
    interface Scaled {
        double[] values();

        /** Derivatives with respect to scaled trials become those with respect to smoothed ones, in place. */
        void pullBack(double[] gradient);
    }

    /** Scales the model's or the data's smoothed trials. */
    Scaled scale(double[] smoothed);

    /** Each by its own mean and spread, as the predecessor had it. */
    record Own(int trials, int bins) implements TrialScaling {
        @Override
        public Scaled scale(double[] smoothed) {
            return new ByItself(ZScores.of(smoothed, trials, bins));
        }

        private record ByItself(ZScores scores) implements Scaled {
            @Override
            public double[] values() {
                return scores.z();
            }

            @Override
            public void pullBack(double[] gradient) {
                scores.pullBack(gradient, new double[scores.variables()], new double[scores.variables()]);
            }
        }
    }

    /**
     * Both by the data's mean and spread over the valid trials of a bin, smoothing normalised by the smoothed mask; where the
     * data do not vary a bin says nothing.
     *
     * @param factor 0 where invalid
     */
    record ByData(double[] factor, double[] offset) implements TrialScaling {
        private static final double MASK_FLOOR = 1e-9;
        private static final double LOWEST_SD = 1e-6;

        /**
         * From the data's trials.
         *
         * @param mask 1 where valid, {@code [trial][bin]}
         * @param smoothedMask the mask smoothed like the data
         * @param smoothed masked and smoothed
         */
        static ByData of(double[] mask, double[] smoothedMask, double[] smoothed, int bins) {
            double[] factor = new double[mask.length];
            double[] offset = new double[mask.length];
            for (int i = 0; i < factor.length; i++) {
                factor[i] = mask[i] / Math.max(smoothedMask[i], MASK_FLOOR);
            }
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
                    double perSd = sd > LOWEST_SD ? mask[i] / sd : 0;
                    factor[i] *= perSd;
                    offset[i] = mean * perSd;
                }
            }
            return new ByData(factor, offset);
        }

        @Override
        public Scaled scale(double[] smoothed) {
            double[] values = new double[smoothed.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = smoothed[i] * factor[i] - offset[i];
            }
            return new Linear(values, factor);
        }

        private record Linear(double[] values, double[] factor) implements Scaled {
            @Override
            public void pullBack(double[] gradient) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= factor[i];
                }
            }
        }
    }
}
