package org.dalescope.model.training;

/**
 * The time that the trainer spends on each stage of an epoch, ms.
 *
 * @param forward forward pass of the recurrence with the statistics
 * @param backward backward pass of the recurrence
 * @param losses losses, with the preparation of the data
 * @param update balancing, clipping and the optimiser
 * @param scoring validation trials and their scores
 */
public record StageTimes(double forward, double backward, double losses, double update, double scoring) {
    /** The time of the whole epoch, ms; every moment of it belongs to one stage. */
    public double total() {
        return forward + backward + losses + update + scoring;
    }
}
