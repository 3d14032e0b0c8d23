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
        Plateau plateau,
        LossMeans means,
        Recovery recovery,
        int bestEpoch,
        double bestScore,
        double[] bestRaw,
        List<EpochRecord> history,
        List<double[]> tauMs) {
    /** The same state with a lower learning rate, to take the next epoch anew. */
    FitState recovering() {
        return new FitState(
                epoch,
                step,
                raw,
                adam,
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
