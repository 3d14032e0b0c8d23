package org.dalescope.model.scoring;

import org.dalescope.model.session.Mask;

/**
 * The sums of rates over the valid bins of trials, for scores and their uncertainty, from which any single trial can be
 * subtracted. A jackknife over n trials then costs n averages and not n squared.
 *
 * @param positions positions of the trials in the mask
 * @param sums sp/s, {@code [bin][neuron]}
 * @param counts valid trials per bin
 */
record TrialRateSums(Mask mask, int[] positions, int neurons, RateFunction rates, double[] sums, int[] counts) {
    static TrialRateSums of(Mask mask, int[] positions, int neurons, RateFunction rates) {
        double[] sums = new double[mask.bins() * neurons];
        int[] counts = new int[mask.bins()];
        for (int i = 0; i < positions.length; i++) {
            for (int bin = 0; bin < mask.bins(); bin++) {
                if (mask.isValid(positions[i], bin)) {
                    counts[bin]++;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        sums[bin * neurons + neuron] += rates.at(i, bin, neuron);
                    }
                }
            }
        }
        return new TrialRateSums(mask, positions, neurons, rates, sums, counts);
    }

    int trials() {
        return positions.length;
    }

    /** The average over all trials, {@code [bin][neuron]}; 0 if no trial is valid. */
    double[] mean() {
        return meanWithout(-1);
    }

    /** The average without one trial. */
    double[] meanWithout(int left) {
        double[] mean = new double[sums.length];
        for (int bin = 0; bin < mask.bins(); bin++) {
            boolean takes = left >= 0 && mask.isValid(positions[left], bin);
            int count = Math.max(1, counts[bin] - (takes ? 1 : 0));
            for (int neuron = 0; neuron < neurons; neuron++) {
                double sum = sums[bin * neurons + neuron] - (takes ? rates.at(left, bin, neuron) : 0);
                mean[bin * neurons + neuron] = sum / count;
            }
        }
        return mean;
    }
}
