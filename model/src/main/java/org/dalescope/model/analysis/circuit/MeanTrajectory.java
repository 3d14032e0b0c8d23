package org.dalescope.model.analysis.circuit;

import java.util.Optional;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.embedding.EmbeddingPass;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;

/**
 * The mean trajectory of a network, which several analyses share: its states, activations and inputs averaged over the
 * trials of each condition, with a row per bin and condition.
 *
 * @param state mean x, {@code [row][unit]}
 * @param activation mean softplus(x), {@code [row][unit]}
 * @param input mean W_in e(u) without the bias, {@code [row][unit]}
 */
public record MeanTrajectory(Network network, double[][] state, double[][] activation, double[][] input) {
    /** The smallest activation, softplus(x) of a state that single precision cannot distinguish from minus infinity. */
    private static final double LEAST_ACTIVATION = 1e-30;

    /** Runs a network on the trials of the rows, with the noise that it was scored with. */
    public static MeanTrajectory of(
            FittedCircuit circuit, FittedNetwork member, ConditionAverages rows, RecurrentEngine engine) {
        Network network = member.network();
        int units = network.size();
        ModelRates rates = new FittedCircuit(circuit.members(), rows.trialIds()).rates(member, engine);
        ConditionAverages.Values activation =
                (trial, bin, unit) -> rates.rates()[(trial * rates.bins() + bin) * units + unit] / network.gain()[unit];
        double[][] state = rows.average(units, (trial, bin, unit) -> stateOf(activation.at(trial, bin, unit)));
        return new MeanTrajectory(network, state, rows.average(units, activation), input(network, rows));
    }

    /** The recorded neurons' rates in sp/s, {@code [row][neuron]}. */
    public double[][] rates(RecordedNeurons neurons) {
        int[] units = neurons.units(network.units());
        double[][] rates = new double[activation.length][units.length];
        for (int row = 0; row < rates.length; row++) {
            for (int i = 0; i < units.length; i++) {
                rates[row][i] = network.gain()[units[i]] * activation[row][units[i]];
            }
        }
        return rates;
    }

    /** The external drive of the units in a row, bias included. */
    public double[] drive(int row) {
        double[] drive = input[row].clone();
        for (int unit = 0; unit < drive.length; unit++) {
            drive[unit] += network.b()[unit];
        }
        return drive;
    }

    private static double stateOf(double activation) {
        double s = Math.max(activation, LEAST_ACTIVATION);
        return s > 30 ? s : Math.log(Math.expm1(s));
    }

    private static double[][] input(Network network, ConditionAverages rows) {
        int channels = network.channels();
        double[][] mean = rows.average(channels, drive(network, rows));
        double[][] input = new double[mean.length][network.size()];
        for (int row = 0; row < mean.length; row++) {
            for (int unit = 0; unit < network.size(); unit++) {
                for (int channel = 0; channel < channels; channel++) {
                    input[row][unit] += network.wIn()[unit * channels + channel] * mean[row][channel];
                }
            }
        }
        return input;
    }

    private static ConditionAverages.Values drive(Network network, ConditionAverages rows) {
        Session session = rows.session();
        Optional<InputEmbedding> embedding = network.embedding();
        if (embedding.isEmpty()) {
            return (trial, bin, channel) -> session.input(rows.positions()[trial], bin, channel);
        }
        int dimension = embedding.get().dimension();
        int bins = session.bins();
        float[] embedded = new float[rows.trialIds().length * bins * dimension];
        EmbeddingPass pass = embedding.get().pass();
        for (int trial = 0; trial < rows.trialIds().length; trial++) {
            int from = rows.positions()[trial] * bins * session.channels().size();
            pass.embed(session.inputs(), from, embedded, trial * bins * dimension, bins);
        }
        return (trial, bin, channel) -> embedded[(trial * bins + bin) * dimension + channel];
    }
}
