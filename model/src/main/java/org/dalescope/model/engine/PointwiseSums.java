package org.dalescope.model.engine;

import java.util.Arrays;

/**
 * The sums over single trials and bins that an engine's forward pass computes in addition to the PSTHs.
 *
 * @param weights weight of a trial at a bin, {@code [bin][trial]}; for a mean over valid bins 1 / (number of valid
 *     bins) or 0
 * @param counts the data's spike counts for the Poisson term, or {@link Counts#NONE}
 * @param moments whether to compute the mean and the mean square of every unit's rate
 */
public record PointwiseSums(float[] weights, Counts counts, boolean moments) {
    /** A forward pass without such sums. */
    public static final PointwiseSums NONE = new PointwiseSums(new float[0], Counts.NONE, false);

    /**
     * The data's spike counts, rates x bin width.
     *
     * @param rates sp/s, {@code [position][bin][neuron]}; usually the array of the whole session, which is not copied
     * @param positions position of each trial of the batch in {@code rates}
     * @param neuronWeights weight of each neuron in the mean over neurons; 1 for a plain mean
     */
    public record Counts(float[] rates, int[] positions, double binSeconds, double[] neuronWeights) {
        /** No Poisson term. */
        public static final Counts NONE = new Counts(new float[0], new int[0], 0, new double[0]);

        public boolean wanted() {
            return positions.length > 0;
        }

        Counts slice(int from, int to) {
            return wanted()
                    ? new Counts(rates, Arrays.copyOfRange(positions, from, to), binSeconds, neuronWeights)
                    : this;
        }

        /** Copies the counts of one bin of some consecutive trials, {@code [neuron][lane]}. */
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
