package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.network.UnitMap;

/**
 * What one network does on the same trials with the same noise.
 *
 * @param psths {@code [condition][bin * neurons + neuron]} in sp/s
 * @param window mean rates by type while the perturbation acts
 * @param after mean rates by type after it
 */
record NetworkOutcome(double[][] psths, TypeRates window, TypeRates after) {
    static NetworkOutcome of(double[][] psths, UnitMap units, ConditionPsths trials, double[] rates, Periods periods) {
        return new NetworkOutcome(
                psths,
                TypeRates.of(units, trials, rates, periods.window()),
                TypeRates.of(units, trials, rates, periods.after()));
    }

    /** Whether rates grew beyond what any cell does. */
    boolean runsAway() {
        return window.runsAway() || after.runsAway();
    }
}
