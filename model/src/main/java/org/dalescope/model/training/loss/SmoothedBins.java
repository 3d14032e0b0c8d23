package org.dalescope.model.training.loss;

import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The bins of one PSTH that a loss compares, smoothed over time, with the transpose of this linear map.
 *
 * @param group index of the PSTH among the statistics' PSTHs
 * @param kept bins with enough trials; the others are removed before smoothing
 * @param smoothing over the kept bins
 */
public record SmoothedBins(int group, int[] kept, TimeSmoothing smoothing) {
    public static SmoothedBins of(int group, Psth data, int minimumTrials, double smoothingMs, double binMs) {
        int[] kept = data.binsWith(minimumTrials);
        return new SmoothedBins(
                group, kept, TimeSmoothing.of(Smoothing.gaussian(smoothingMs, binMs), kept.length, data.neurons()));
    }

    int bins() {
        return kept.length;
    }

    int neurons() {
        return smoothing.width();
    }

    /** The kept bins of a PSTH {@code [bin][neuron]}, smoothed. */
    double[] of(double[] psth) {
        return from(psth, 0);
    }

    /** The kept bins of the group's PSTH among PSTHs {@code [group][bin][neuron]}, smoothed. */
    double[] ofGroup(double[] psths, int bins) {
        return from(psths, group * bins * neurons());
    }

    /** Adds the derivatives with respect to the PSTHs, given those with respect to the result, which is changed. */
    void pullBack(double[] byResult, double[] byPsths, int bins) {
        if (kept.length == 0) {
            return;
        }
        smoothing.pullBack(byResult, 0, smoothing.buffer());
        int from = group * bins * neurons();
        for (int t = 0; t < kept.length; t++) {
            int at = from + kept[t] * neurons();
            for (int n = 0; n < neurons(); n++) {
                byPsths[at + n] += byResult[t * neurons() + n];
            }
        }
    }

    private double[] from(double[] psths, int from) {
        int neurons = neurons();
        double[] values = new double[kept.length * neurons];
        for (int t = 0; t < kept.length; t++) {
            System.arraycopy(psths, from + kept[t] * neurons, values, t * neurons, neurons);
        }
        if (kept.length > 0) {
            smoothing.apply(values, 0, smoothing.buffer());
        }
        return values;
    }
}
