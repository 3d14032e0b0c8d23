package org.dalescope.model.scoring;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.network.UnitMap;

/**
 * The rates of a model's units on some trials, from which scores are computed.
 *
 * @param trialIds the trials, in the order of the rates
 * @param rates sp/s of all units, {@code [trial][bin][unit]}
 */
public record ModelRates(UnitMap units, int[] trialIds, int bins, float[] rates) {
    /** The rate of a recorded neuron. */
    public double rate(int trial, int bin, int neuron) {
        return rates[(trial * bins + bin) * units.units() + units.recordedUnit()[neuron]];
    }

    /**
     * The mean over networks of the recorded neurons' rates; the networks may differ in their hidden units.
     *
     * @param networks rates of at least one network, all on the same trials
     */
    public static ModelRates mean(Stream<ModelRates> networks) {
        Iterator<ModelRates> each = networks.iterator();
        ModelRates first = each.next();
        if (!each.hasNext()) {
            return first;
        }
        int neurons = first.units.recorded();
        double[] sum = new double[first.trialIds.length * first.bins * neurons];
        first.addTo(sum);
        int count = 1;
        while (each.hasNext()) {
            each.next().addTo(sum);
            count++;
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        return new ModelRates(recordedOnly(first.units.neuronIds()), first.trialIds, first.bins, mean);
    }

    private static UnitMap recordedOnly(int[] neuronIds) {
        int neurons = neuronIds.length;
        return new UnitMap(neurons, 0, neuronIds, IntStream.range(0, neurons).toArray());
    }

    private void addTo(double[] sum) {
        int next = 0;
        for (int trial = 0; trial < trialIds.length; trial++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int neuron = 0; neuron < units.recorded(); neuron++) {
                    sum[next++] += rate(trial, bin, neuron);
                }
            }
        }
    }
}
