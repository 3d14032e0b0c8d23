package org.dalescope.model.scoring;

import org.dalescope.model.network.UnitMap;

/**
 * A model's rates on some trials.
 *
 * @param trialIds the trials, in the order of the rates
 * @param rates sp/s of all units, {@code [trial][bin][unit]}
 */
public record ScoredRates(UnitMap units, int[] trialIds, int bins, float[] rates) {
    /** Rate of a recorded neuron. */
    public double rate(int trial, int bin, int neuron) {
        return rates[(trial * bins + bin) * units.units() + units.recordedUnit()[neuron]];
    }
}
