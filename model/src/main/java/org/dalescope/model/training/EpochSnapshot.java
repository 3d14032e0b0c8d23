package org.dalescope.model.training;

import org.dalescope.model.engine.RateStatistics;

/**
 * A snapshot of a fit after an epoch, which the trainer passes to its listener; immutable. The listener is called on the
 * trainer's thread, so it must be quick.
 *
 * @param state the state of the fit after the epoch
 * @param epochs the most epochs of the fit
 * @param validation the model's PSTHs on the validation trials: group 0 masked, group 1 all bins, then one per
 *     condition
 * @param times time of each stage of the epoch
 */
public record EpochSnapshot(FitState state, int epochs, RateStatistics validation, StageTimes times) {
    /** The numbers of the epoch. */
    public EpochRecord record() {
        return state.history().getLast();
    }
}
