package org.dalescope.model.benchmark;

import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.StageTimes;

/** The times of an epoch without its state, so that a measurement of many epochs needs no memory. */
public record MeasuredEpoch(double ms, StageTimes times) {
    public static MeasuredEpoch of(EpochSnapshot snapshot) {
        return new MeasuredEpoch(snapshot.record().ms(), snapshot.times());
    }
}
