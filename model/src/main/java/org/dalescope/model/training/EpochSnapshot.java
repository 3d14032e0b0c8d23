package org.dalescope.model.training;

import org.dalescope.model.engine.RateStatistics;

/**
 * A snapshot of a fit after an epoch, which the trainer passes to listeners; immutable.
 *
 * @param epochs the most epochs of the fit
 * @param bestEpoch the epoch with the best validation score so far
 * @param tauMs time constant of every unit
 * @param validation the model's PSTHs on the validation trials: group 0 masked, group 1 all bins, then one per
 *     condition
 * @param times time of each stage of the epoch
 */
public record EpochSnapshot(
        EpochRecord record,
        int epochs,
        int bestEpoch,
        double bestScore,
        double[] tauMs,
        RateStatistics validation,
        StageTimes times) {}
