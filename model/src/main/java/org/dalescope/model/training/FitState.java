package org.dalescope.model.training;

import java.util.List;

/**
 * The state of a fit between training epochs. A fit continues from it with exactly the same results, because randomness
 * is a function of seed and step.
 *
 * @param epoch number of finished epochs
 * @param raw current raw parameters
 * @param bestRaw raw parameters of the best epoch
 * @param tauMs time constants of every epoch, {@code [epoch][unit]}
 */
public record FitState(
        int epoch,
        long step,
        double[] raw,
        Adam adam,
        PlateauDetector plateau,
        RunningLossMeans means,
        DivergenceRecovery recovery,
        int bestEpoch,
        double bestScore,
        double[] bestRaw,
        List<EpochRecord> history,
        List<double[]> tauMs) {
    /** The same state with a lower learning rate, from which the next epoch is computed again. */
    FitState recovering() {
        return from(raw, adam);
    }

    /**
     * The state from which an epoch that diverged twice is computed again. The network before it is at the edge of
     * stability, and Adam's momentum makes it unstable at any learning rate. The epoch therefore starts from other
     * parameters, without momentum.
     */
    FitState recovering(double[] other) {
        return from(other, new Adam(new double[other.length], adam.second()));
    }

    private FitState from(double[] parameters, Adam moments) {
        return new FitState(
                epoch,
                step,
                parameters,
                moments,
                plateau,
                means,
                recovery.again(),
                bestEpoch,
                bestScore,
                bestRaw,
                history,
                tauMs);
    }
}
