package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.network.UnitMap;

/**
 * The simulated rates of one network, intact or perturbed, on the same trials with the same noise.
 *
 * @param psths {@code [condition][bin * neurons + neuron]} in sp/s
 * @param window mean rates by type while the perturbation acts
 * @param after mean rates by type after it
 */
record SimulatedRates(double[][] psths, TypeRates window, TypeRates after) {
    static SimulatedRates of(
            double[][] psths,
            UnitMap units,
            ConditionAveragedRates trials,
            double[] rates,
            PerturbationPeriods periods) {
        return new SimulatedRates(
                psths,
                TypeRates.of(units, trials, rates, periods.window()),
                TypeRates.of(units, trials, rates, periods.after()));
    }

    /** Whether the rates diverge. */
    boolean diverges() {
        return window.diverges() || after.diverges();
    }
}
