package org.dalescope.model.network;

import java.util.Optional;
import org.dalescope.model.network.embedding.InputEmbedding;

/**
 * A recurrent network in the form that the recurrence uses: signed weights and alphas, which {@link Parameterisation}
 * computes from raw parameters.
 *
 * @param channels columns of W_in: the session's channels, or the embedding's dimension
 * @param w {@code [to][from]}, signed and masked, row-major
 * @param wIn {@code [to][channel]}, row-major
 * @param b constant input per unit
 * @param h0 state at the first bin per unit
 * @param gain sp/s per unit of softplus, per unit
 * @param tauMs time constant per unit
 * @param alpha share of the state that is replaced per bin, per unit
 * @param embedding applied to the session's channels before W_in
 * @param readOut signals computed from the rates of the E units
 */
public record Network(
        UnitMap units,
        int channels,
        double[] w,
        double[] wIn,
        double[] b,
        double[] h0,
        double[] gain,
        double[] tauMs,
        double[] alpha,
        Optional<InputEmbedding> embedding,
        Optional<ReadOut> readOut) {

    /** A network without an embedding and without a read-out. */
    public Network(
            UnitMap units,
            int channels,
            double[] w,
            double[] wIn,
            double[] b,
            double[] h0,
            double[] gain,
            double[] tauMs,
            double[] alpha) {
        this(units, channels, w, wIn, b, h0, gain, tauMs, alpha, Optional.empty(), Optional.empty());
    }

    public int size() {
        return units.units();
    }

    /** The same network with another map of units to recorded neurons. */
    public Network withUnits(UnitMap others) {
        return new Network(others, channels, w, wIn, b, h0, gain, tauMs, alpha, embedding, readOut);
    }

    /** The same network with all recurrent weights set to 0. */
    public Network withoutRecurrence() {
        return new Network(units, channels, new double[w.length], wIn, b, h0, gain, tauMs, alpha, embedding, readOut);
    }

    /**
     * Whether every weight has the sign of its presynaptic unit, if its type is known, and no unit has a weight to
     * itself.
     */
    public boolean obeysDale() {
        int n = size();
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                double weight = w[to * n + from];
                if (weight * units.sign(from) < 0 || (to == from && weight != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The mean time constant of a population, ms. */
    public double meanTauMs(boolean excitatory) {
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < size(); unit++) {
            if (excitatory ? units.isExcitatory(unit) : units.isInhibitory(unit)) {
                sum += tauMs[unit];
                count++;
            }
        }
        return sum / count;
    }
}
