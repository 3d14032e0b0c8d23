package org.dalescope.model.scoring.rival;

import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/** Smooths a PSTH over time with a Gaussian in which each bin is weighted by its number of valid trials. */
record WeightedSmoothing(Smoothing smoothing) {
    private static final double LEAST_WEIGHT = 1e-9;

    static WeightedSmoothing of(double sigmaMs, double binMs) {
        return new WeightedSmoothing(Smoothing.gaussian(sigmaMs, binMs));
    }

    /** The smoothed rates, {@code [bin][neuron]}. */
    double[] apply(Psth psth) {
        int neurons = psth.neurons();
        double[] trials = new double[psth.bins()];
        for (int bin = 0; bin < trials.length; bin++) {
            trials[bin] = psth.trials()[bin];
        }
        double[] weight = smoothing.apply(trials);
        double[] smooth = new double[psth.mean().length];
        double[] course = new double[trials.length];
        for (int n = 0; n < neurons; n++) {
            for (int bin = 0; bin < course.length; bin++) {
                course[bin] = psth.mean()[bin * neurons + n] * trials[bin];
            }
            double[] sum = smoothing.apply(course);
            for (int bin = 0; bin < course.length; bin++) {
                smooth[bin * neurons + n] = sum[bin] / Math.max(weight[bin], LEAST_WEIGHT);
            }
        }
        return smooth;
    }
}
