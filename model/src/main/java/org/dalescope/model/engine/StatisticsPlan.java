package org.dalescope.model.engine;

/**
 * What the forward pass accumulates.
 *
 * @param groups number of PSTHs
 * @param weights {@code [bin][group][trial]}: weight of a trial in a group's PSTH at a bin; for a masked average
 *     1 / (number of valid trials) or 0
 * @param population whether the mean over recorded neurons of every trial and bin is wanted
 */
public record StatisticsPlan(int groups, float[] weights, boolean population) {

    /** The plan's columns for some consecutive trials. */
    StatisticsPlan slice(int trials, int from, int to) {
        int rows = weights.length / Math.max(trials, 1);
        int width = to - from;
        float[] part = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights, row * trials + from, part, row * width, width);
        }
        return new StatisticsPlan(groups, part, population);
    }
}
