package org.dalescope.model.session.quality;

import java.util.stream.IntStream;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;

/**
 * Activity sums of a session that all quality checks use, computed once.
 *
 * @param usable positions of the trials that are not aborted and have a valid bin
 * @param validBins number of valid bins per trial
 * @param meanRates mean rate per neuron over all valid bins, sp/s
 * @param rateSums rates in sp/s summed over valid bins, {@code [trial][neuron]}; sums of whole numbers are exact, so
 *     that equal trials have equal sums
 */
public record SessionActivity(
        Session session,
        MaskOrigin origin,
        Mask mask,
        int[] usable,
        int[] validBins,
        double[] meanRates,
        double[] rateSums) {

    /** Computes the sums in one pass over the session. */
    public static SessionActivity of(Session session, MaskOrigin origin) {
        Mask mask = session.mask(origin);
        int neurons = session.neurons().size();
        double[] means = new double[neurons];
        double[] rateSums = new double[session.trials() * neurons];
        int[] validBins = new int[session.trials()];
        long bins = 0;
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    validBins[trial]++;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        float rate = session.rate(trial, bin, neuron);
                        means[neuron] += rate;
                        rateSums[trial * neurons + neuron] += rate;
                    }
                }
            }
            bins += validBins[trial];
        }
        for (int neuron = 0; neuron < neurons; neuron++) {
            means[neuron] = bins == 0 ? 0 : means[neuron] / bins;
        }
        int[] usable = IntStream.range(0, session.trials())
                .filter(trial -> !session.isAborted(trial) && validBins[trial] > 0)
                .toArray();
        return new SessionActivity(session, origin, mask, usable, validBins, means, rateSums);
    }

    public int neurons() {
        return meanRates.length;
    }

    /** Rate of a neuron over a trial's valid bins, sp/s; NaN if the trial has no valid bin. */
    public double rate(int trial, int neuron) {
        return validBins[trial] == 0 ? Double.NaN : rateSums[trial * neurons() + neuron] / validBins[trial];
    }

    /** Mean over neurons of a trial's rates, sp/s; NaN if the trial has no valid bin. */
    public double populationRate(int trial) {
        return spikes(trial) / neurons() / (validBins[trial] * session.time().binMs() / 1000);
    }

    /** Spikes of all neurons in a trial's valid bins. */
    public double spikes(int trial) {
        double sum = 0;
        for (int neuron = 0; neuron < neurons(); neuron++) {
            sum += spikes(trial, neuron);
        }
        return sum;
    }

    /** Spikes of a neuron in a trial's valid bins. */
    public double spikes(int trial, int neuron) {
        return rateSums[trial * neurons() + neuron] * session.time().binMs() / 1000;
    }

    /** Spikes of all neurons in all valid bins. */
    public long allSpikes() {
        double sum = 0;
        for (double rates : rateSums) {
            sum += rates;
        }
        return Math.round(sum * session.time().binMs() / 1000);
    }

    /** Ids of the trials at some positions. */
    public int[] trialIds(int[] positions) {
        return IntStream.of(positions).map(p -> session.trialIds()[p]).toArray();
    }

    /** Ids of the neurons at some positions. */
    public int[] neuronIds(int[] positions) {
        return IntStream.of(positions).map(p -> session.neurons().get(p).id()).toArray();
    }
}
