package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The scales of every neuron's activity in the training trials, by which the loss 'rates' divides its terms.
 *
 * @param variance variance over trials of the rate in a bin, (sp/s)^2, smoothed over time, {@code [bin][neuron]}
 * @param meanCounts mean spike count of a valid bin, per neuron
 */
record NeuronScales(double[] variance, double[] meanCounts) {
    /** The sigma of the Gaussian that smooths the variance, ms. */
    private static final double SMOOTHING_MS = 25;
    /** The smallest variance as a share of the variance of Poisson counts with the neuron's mean rate. */
    private static final double LEAST_SHARE = 0.02;
    /** The smallest mean rate, sp/s, so that a neuron without spikes has finite terms. */
    private static final double LEAST_RATE = 0.1;

    static NeuronScales of(Fit fit) {
        Session session = fit.session();
        Psth training = Psth.of(session, fit.lossMask(), fit.split().train());
        double seconds = session.time().binMs() / 1000;
        double[] rates = Arrays.stream(fit.trainingRates())
                .map(rate -> Math.max(rate, LEAST_RATE))
                .toArray();
        return new NeuronScales(
                variance(training, rates, seconds),
                Arrays.stream(rates).map(rate -> rate * seconds).toArray());
    }

    private static double[] variance(Psth training, double[] rates, double seconds) {
        int neurons = training.neurons();
        int[] bins = training.binsWith(2);
        Smoothing smoothing = Smoothing.gaussian(SMOOTHING_MS, seconds * 1000);
        double[] variance = new double[training.mean().length];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double poisson = rates[neuron] / seconds;
            double[] course = new double[bins.length];
            for (int t = 0; t < bins.length; t++) {
                double error = training.standardError()[bins[t] * neurons + neuron];
                course[t] = error * error * training.trials()[bins[t]];
            }
            course = smoothing.apply(course);
            // A bin that only one training trial reaches has no variance of its own.
            double mean = Arrays.stream(course).average().orElse(poisson);
            for (int bin = 0; bin < training.bins(); bin++) {
                variance[bin * neurons + neuron] = Math.max(mean, LEAST_SHARE * poisson);
            }
            for (int t = 0; t < bins.length; t++) {
                variance[bins[t] * neurons + neuron] = Math.max(course[t], LEAST_SHARE * poisson);
            }
        }
        return variance;
    }
}
