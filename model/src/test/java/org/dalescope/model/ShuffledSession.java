package org.dalescope.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** The same session with trials and neurons in another order in the file, and a model's rates to go with it. */
public record ShuffledSession(Session session, Mask mask, ModelRates rates) {

    /**
     * Shuffles everything that ids must put right again: the order of trials and neurons in the session, and that of the rates.
     *
     * @param rates of all neurons as units of their own, in the session's order
     */
    public static ShuffledSession of(Session session, Mask mask, ModelRates rates) {
        int trials = session.trials();
        int bins = session.bins();
        int neurons = session.neurons().size();
        int[] trialOrder = new CounterRandom(5).permutation(trials);
        int[] neuronOrder = new CounterRandom(6).permutation(neurons);
        float[] shuffled = new float[session.rates().length];
        float[] inputs = new float[session.inputs().length];
        boolean[] valid = new boolean[trials * bins];
        int channels = session.channels().size();
        for (int trial = 0; trial < trials; trial++) {
            for (int bin = 0; bin < bins; bin++) {
                int row = trial * bins + bin;
                valid[row] = mask.isValid(trialOrder[trial], bin);
                for (int neuron = 0; neuron < neurons; neuron++) {
                    shuffled[row * neurons + neuron] = session.rate(trialOrder[trial], bin, neuronOrder[neuron]);
                }
                System.arraycopy(
                        session.inputs(),
                        (trialOrder[trial] * bins + bin) * channels,
                        inputs,
                        row * channels,
                        channels);
            }
        }
        Session other = new Session(
                session.name(),
                session.source(),
                session.time(),
                Arrays.stream(neuronOrder).mapToObj(session.neurons()::get).toList(),
                session.channels(),
                session.factors().stream().map(f -> f.of(trialOrder)).toList(),
                Arrays.stream(trialOrder).map(t -> session.trialIds()[t]).toArray(),
                Arrays.stream(trialOrder)
                        .mapToDouble(t -> session.durationMs()[t])
                        .toArray(),
                shuffled,
                inputs);
        return new ShuffledSession(other, new Mask(trials, bins, valid), rates(rates, neuronOrder));
    }

    private static ModelRates rates(ModelRates rates, int[] neuronOrder) {
        int trials = rates.trialIds().length;
        int neurons = neuronOrder.length;
        int[] order = new CounterRandom(7).permutation(trials);
        float[] shuffled = new float[trials * rates.bins() * neurons];
        for (int i = 0; i < trials; i++) {
            for (int bin = 0; bin < rates.bins(); bin++) {
                for (int neuron = 0; neuron < neurons; neuron++) {
                    shuffled[(i * rates.bins() + bin) * neurons + neuron] =
                            (float) rates.rate(order[i], bin, neuronOrder[neuron]);
                }
            }
        }
        int[] ids = Arrays.stream(neuronOrder)
                .map(n -> rates.units().neuronIds()[n])
                .toArray();
        return new ModelRates(
                new UnitMap(neurons, 0, ids, IntStream.range(0, neurons).toArray()),
                Arrays.stream(order).map(i -> rates.trialIds()[i]).toArray(),
                rates.bins(),
                shuffled);
    }

    /** Rates by formula for {@link FormulaSession}, every neuron a unit of its own. */
    public static ModelRates formulaRates() {
        int neurons = FormulaSession.NEURONS;
        int bins = FormulaSession.BINS;
        float[] rates = new float[FormulaSession.TRIALS * bins * neurons];
        for (int i = 0; i < rates.length; i++) {
            int n = i % neurons;
            int b = i / neurons % bins;
            int t = i / neurons / bins;
            rates[i] = (float) (8 + 3 * Math.sin(0.3 * t + 0.2 * b + n) + n + t % 3);
        }
        return new ModelRates(
                new UnitMap(
                        neurons,
                        0,
                        new int[] {7, 31, 12, 9},
                        IntStream.range(0, neurons).toArray()),
                IntStream.range(0, FormulaSession.TRIALS)
                        .map(t -> FormulaSession.FIRST_TRIAL + t)
                        .toArray(),
                bins,
                rates);
    }
}
