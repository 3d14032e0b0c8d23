package org.dalescope.model.session.synthetic;

/**
 * What a synthetic session is made of.
 *
 * @param excitatory recorded E neurons, which are all E units of the circuit
 * @param inhibitory recorded I neurons, which are all I units of the circuit
 * @param abortedTrials how many of the trials end before their first bin
 */
public record SyntheticSettings(
        int excitatory, int inhibitory, int trials, int bins, double binMs, int abortedTrials, long seed) {
    /** The shipped demo session. */
    public static SyntheticSettings demo() {
        return new SyntheticSettings(32, 8, 240, 80, 25, 6, 2026);
    }
}
