package org.dalescope.model.analysis.selectivity;

import java.util.List;
import org.dalescope.model.session.Mask;

/**
 * A share of every trial's own valid bins, so that short and long trials are cut alike.
 *
 * @param name such as {@code first third}
 * @param from share of the trial at which it begins, from 0
 * @param to share at which it ends, up to 1
 */
public record SelectivityWindow(String name, double from, double to) {
    /** The whole valid trial and its thirds. */
    public static List<SelectivityWindow> standard() {
        return List.of(
                new SelectivityWindow("whole", 0, 1),
                new SelectivityWindow("first_third", 0, 1.0 / 3),
                new SelectivityWindow("middle_third", 1.0 / 3, 2.0 / 3),
                new SelectivityWindow("last_third", 2.0 / 3, 1));
    }

    /** Rate of a neuron in the i-th of the trials, sp/s. */
    interface Rates {
        double at(int i, int bin, int neuron);
    }

    /**
     * Mean rate of every neuron in every trial's window, sp/s, {@code [neuron][trial]}; NaN where the window has no bin.
     *
     * @param positions of the trials in the mask
     */
    double[][] means(Mask mask, int[] positions, int neurons, Rates rates) {
        double[][] means = new double[neurons][positions.length];
        for (int i = 0; i < positions.length; i++) {
            int valid = mask.validBins(positions[i]);
            // The small number keeps a third of 9 bins at 3 where 9 * (1 / 3) is a little less.
            int first = (int) (from * valid + 1e-9);
            int end = (int) (to * valid + 1e-9);
            int seen = 0;
            for (int bin = 0; bin < mask.bins(); bin++) {
                if (mask.isValid(positions[i], bin)) {
                    for (int neuron = 0; neuron < neurons && seen >= first && seen < end; neuron++) {
                        means[neuron][i] += rates.at(i, bin, neuron);
                    }
                    seen++;
                }
            }
            for (int neuron = 0; neuron < neurons; neuron++) {
                means[neuron][i] = end > first ? means[neuron][i] / (end - first) : Double.NaN;
            }
        }
        return means;
    }
}
