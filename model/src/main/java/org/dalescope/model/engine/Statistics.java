package org.dalescope.model.engine;

/**
 * What losses and scores see of the model's rates, sp/s.
 *
 * @param psth {@code [group][bin][neuron]}, neurons in the session's order
 * @param population {@code [trial][bin]}, mean over recorded neurons; empty where the plan did not want it
 */
public record Statistics(int groups, int trials, int bins, int neurons, double[] psth, double[] population) {

    /** One group's PSTH, {@code [bin][neuron]}. */
    public double[] psth(int group) {
        return java.util.Arrays.copyOfRange(psth, group * bins * neurons, (group + 1) * bins * neurons);
    }
}
