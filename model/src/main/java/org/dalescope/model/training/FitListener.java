package org.dalescope.model.training;

/** Consumes snapshots; called on the trainer's thread after every epoch, so it must be quick. */
@FunctionalInterface
public interface FitListener {
    void onEpoch(EpochSnapshot snapshot, FitState state);
}
