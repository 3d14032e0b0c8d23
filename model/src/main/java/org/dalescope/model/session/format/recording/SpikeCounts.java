package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import org.dalescope.model.session.format.SpikeClockDetector;

/**
 * The spikes of the chosen units of a recording, counted in the trials' bins.
 *
 * @param rates sp/s, {@code [trial][bin][neuron]}
 * @param firstS first spike of any chosen unit, in seconds, for every run of the clock; one run unless it restarts
 * @param lastS last spike of any chosen unit, for every run
 * @param spikes number of spikes of the chosen units in the whole session
 * @param clock the verdict on whether the clock restarts
 * @param trialRuns the run of the clock that every trial belongs to; all 0 if it does not restart
 */
public record SpikeCounts(
        float[] rates,
        double[] firstS,
        double[] lastS,
        long spikes,
        SpikeClockDetector.Verdict clock,
        int[] trialRuns) {
    /** Whether the trials' own times restart as often as the spikes' times. */
    boolean trialsToo() {
        return 1 + Arrays.stream(trialRuns).max().orElse(0) == firstS.length;
    }
}
