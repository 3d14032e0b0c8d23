package org.dalescope.model.training;

import org.dalescope.model.engine.RateStatistics;

/**
 * What listeners see after an epoch; immutable.
 *
 * @param epochs how many epochs the fit has at most
 * @param bestEpoch the epoch with the best validation score so far
 * @param tauMs time constant of every unit
 * @param validation the model's PSTHs on the validation trials: group 0 masked, group 1 all bins, then one per condition
 * @param times where the epoch's time went
 */
public record EpochSnapshot(
        EpochRecord record,
        int epochs,
        int bestEpoch,
        double bestScore,
        double[] tauMs,
        RateStatistics validation,
        StageTimes times) {}
