package org.dalescope.model.training;

import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.settings.LossSettings;

/** Computes the weight penalty of a training step, L_reg = l2 (mean W^2 + mean W_in^2) + sparsity mean |W|. */
final class WeightPenalty {
    private WeightPenalty() {}

    /**
     * Returns the penalty and adds its gradient to that with respect to the raw parameters.
     *
     * @param seed of the fit, which may decide on the sparsity
     */
    static double add(
            LossSettings settings,
            long seed,
            Parameterisation parameterisation,
            double[] raw,
            Network network,
            double[] gradient) {
        double sparsity = settings.sparsity(seed);
        if (settings.l2() == 0 && sparsity == 0) {
            return 0;
        }
        NetworkGradient own = NetworkGradient.zero(network.size(), network.channels());
        double value = addSquares(network.w(), settings.l2(), own.w())
                + addSquares(network.wIn(), settings.l2(), own.wIn())
                + addMagnitudes(network.w(), sparsity, own.w());
        double[] pulled = parameterisation.pullBack(raw, own);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += pulled[i];
        }
        return value;
    }

    private static double addSquares(double[] values, double weight, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * values[i];
            gradient[i] += 2 * weight * values[i] / values.length;
        }
        return weight * sum / Math.max(1, values.length);
    }

    private static double addMagnitudes(double[] values, double weight, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i]);
            gradient[i] += weight * Math.signum(values[i]) / values.length;
        }
        return weight * sum / Math.max(1, values.length);
    }
}
