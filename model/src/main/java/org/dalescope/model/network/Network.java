package org.dalescope.model.network;

import java.util.Optional;
import org.dalescope.model.network.embedding.InputEmbedding;

/**
 * A network as the recurrence sees it: signed weights and alphas, from raw parameters by {@link Parameterisation}.
 *
 * @param channels columns of W_in: the session's channels, or the embedding's dimension
 * @param w {@code [to][from]}, signed and masked, row-major
 * @param wIn {@code [to][channel]}, row-major
 * @param b constant input per unit
 * @param h0 state at the first bin per unit
 * @param gain sp/s per unit of softplus, per unit
 * @param tauMs time constant per unit
 * @param alpha share of the state replaced per bin, per unit
 * @param embedding what the session's channels pass before W_in
 * @param readOut what is read from the E units' rates
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

    /** A network that nothing is read from and that its inputs drive as they are. */
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

    /** The same network whose recorded neurons are listed otherwise. */
    public Network withUnits(UnitMap others) {
        return new Network(others, channels, w, wIn, b, h0, gain, tauMs, alpha, embedding, readOut);
    }

    /** Whether every weight has the sign of the unit it leaves and no unit feeds itself. */
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

    /** Mean time constant of a population, ms. */
    public double meanTauMs(boolean excitatory) {
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < size(); unit++) {
            if (units.isExcitatory(unit) == excitatory) {
                sum += tauMs[unit];
                count++;
            }
        }
        return sum / count;
    }
}
