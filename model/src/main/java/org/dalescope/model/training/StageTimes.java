package org.dalescope.model.training;

/**
 * Where the time of an epoch went, ms.
 *
 * @param forward recurrence forward with the statistics
 * @param backward its adjoint
 * @param losses losses of the statistics with the data's side of them
 * @param update balancing, clipping and the optimiser
 * @param scoring the validation trials and their scores
 */
public record StageTimes(double forward, double backward, double losses, double update, double scoring) {}
