package org.dalescope.model.analysis.measured;

import java.util.Arrays;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * The measured change of one neuron's mean rate in a window.
 *
 * @param off mean rate without the perturbation, sp/s, each condition weighted by its number of perturbed trials
 * @param on mean rate with the perturbation, sp/s
 * @param standardError of the change over trials, sp/s; NaN if no condition has two trials of each kind
 */
record MeasuredChange(double off, double on, double standardError) {
    double change() {
        return on - off;
    }

    /** Whether the change is more than two standard errors from 0. */
    boolean isClear() {
        return Math.abs(change()) > 2 * standardError;
    }

    /**
     * The changes of all neurons.
     *
     * @param window the bins that count
     */
    static MeasuredChange[] of(Session session, Mask mask, PerturbationTrials trials, boolean[] window) {
        MeasuredChange[] changes = new MeasuredChange[session.neurons().size()];
        for (int neuron = 0; neuron < changes.length; neuron++) {
            Sums sums = new Sums();
            for (PerturbationTrials.Stratum stratum : trials.strata()) {
                sums.add(
                        rates(session, mask, stratum.perturbed(), neuron, window),
                        rates(session, mask, stratum.control(), neuron, window));
            }
            changes[neuron] = sums.change();
        }
        return changes;
    }

    /** The mean rate of a neuron in every trial that has a valid bin in the window, sp/s. */
    private static double[] rates(Session session, Mask mask, int[] trialIds, int neuron, boolean[] window) {
        return Arrays.stream(session.positions(trialIds))
                .mapToDouble(trial -> {
                    double sum = 0;
                    int count = 0;
                    for (int bin = 0; bin < window.length; bin++) {
                        if (window[bin] && mask.isValid(trial, bin)) {
                            sum += session.rate(trial, bin, neuron);
                            count++;
                        }
                    }
                    return count == 0 ? Double.NaN : sum / count;
                })
                .filter(Double::isFinite)
                .toArray();
    }

    /** Sums over conditions; the variance of single trials is pooled within conditions. */
    private static final class Sums {
        private double on;
        private double off;
        private double trials;
        private double weightedControls;
        private double onSquares;
        private double offSquares;
        private double onDegrees;
        private double offDegrees;

        void add(double[] perturbed, double[] control) {
            if (perturbed.length == 0 || control.length == 0) {
                return;
            }
            double n = perturbed.length;
            double onMean = Arrays.stream(perturbed).sum() / n;
            double offMean = Arrays.stream(control).sum() / control.length;
            on += n * onMean;
            off += n * offMean;
            trials += n;
            weightedControls += n * n / control.length;
            onSquares += squares(perturbed, onMean);
            offSquares += squares(control, offMean);
            onDegrees += n - 1;
            offDegrees += control.length - 1;
        }

        MeasuredChange change() {
            double onVariance = onSquares / onDegrees / trials;
            double offVariance = offSquares / offDegrees * weightedControls / (trials * trials);
            return new MeasuredChange(off / trials, on / trials, Math.sqrt(onVariance + offVariance));
        }

        private static double squares(double[] values, double mean) {
            return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        }
    }
}
