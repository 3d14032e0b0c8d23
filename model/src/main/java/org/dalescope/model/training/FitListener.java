package org.dalescope.model.training;

/**
 * A listener of the trainer that receives a snapshot of a fit after every epoch. It is called on the trainer's thread,
 * so it must be quick.
 */
@FunctionalInterface
public interface FitListener {
    void onEpoch(EpochSnapshot snapshot, FitState state);
}
