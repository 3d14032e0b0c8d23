package org.dalescope.model.session.psth;

import java.util.Arrays;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** The mean rates of all neurons over the valid bins of some trials. */
public final class MeanRates {
    private MeanRates() {}

    /**
     * The mean rates, sp/s, in the session's order; 0 without a valid bin.
     *
     * @param positions positions of the trials in the session
     */
    public static double[] of(Session session, Mask mask, int[] positions) {
        int neurons = session.neurons().size();
        double[] sum = new double[neurons];
        long bins = 0;
        for (int trial : positions) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    bins++;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        sum[neuron] += session.rate(trial, bin, neuron);
                    }
                }
            }
        }
        double count = Math.max(1, bins);
        return Arrays.stream(sum).map(s -> s / count).toArray();
    }
}
