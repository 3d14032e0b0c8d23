package org.dalescope.model.engine;

import java.util.Arrays;

/**
 * What the forward pass sums over single trials and bins, beside the PSTHs.
 *
 * @param weights weight of a trial at a bin, {@code [bin][trial]}; for a mean over valid bins 1 / (number of valid bins) or 0
 * @param counts the data's spike counts for the Poisson term, or {@link Counts#NONE}
 */
public record PointwiseSums(float[] weights, Counts counts) {
    /** No such sums. */
    public static final PointwiseSums NONE = new PointwiseSums(new float[0], Counts.NONE);

    /**
     * Spike counts = rates x bin.
     *
     * @param rates sp/s, {@code [position][bin][neuron]}; usually those of the whole session, never copied
     * @param positions where each trial of the batch lies
     */
    public record Counts(float[] rates, int[] positions, double binSeconds) {
        /** No Poisson term. */
        public static final Counts NONE = new Counts(new float[0], new int[0], 0);

        public boolean wanted() {
            return positions.length > 0;
        }

        Counts slice(int from, int to) {
            return wanted() ? new Counts(rates, Arrays.copyOfRange(positions, from, to), binSeconds) : this;
        }

        /** One bin of some consecutive trials as counts, {@code [neuron][lane]}. */
        public void gather(int bin, int bins, int neurons, int first, int count, int width, float[] to) {
            for (int lane = 0; lane < count; lane++) {
                int from = (positions[first + lane] * bins + bin) * neurons;
                for (int neuron = 0; neuron < neurons; neuron++) {
                    to[neuron * width + lane] = (float) (rates[from + neuron] * binSeconds);
                }
            }
        }
    }

    public boolean wanted() {
        return weights.length > 0;
    }
}
