package org.dalescope.model.training;

import java.util.List;

/**
 * Everything a fit needs to go on bit for bit: randomness is a function of seed and step, so numbers suffice.
 *
 * @param epoch epochs done
 * @param raw raw parameters now
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
    /** The same state with a lower learning rate, to compute the next epoch again. */
    FitState recovering() {
        return from(raw, adam);
    }

    /**
     * The state of an epoch that ran away twice: the network before it is at the edge of stability, and Adam's momentum
     * leads over the edge at any learning rate. The epoch begins from other parameters, without momentum.
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
