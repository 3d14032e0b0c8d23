package org.dalescope.model.engine;

/**
 * The plan of the statistics that an engine accumulates in a forward pass.
 *
 * @param groups number of PSTHs
 * @param weights {@code [bin][group][trial]}: weight of a trial in a group's PSTH at a bin; for a masked average
 *     1 / (number of valid trials) or 0
 * @param population whether to compute the mean over recorded neurons of every trial and bin
 * @param pointwise sums over single trials and bins
 * @param output whether to compute the network's read-out of every trial and bin
 */
public record StatisticsPlan(int groups, float[] weights, boolean population, PointwiseSums pointwise, boolean output) {

    /** A plan without sums over single bins and without a read-out. */
    public StatisticsPlan(int groups, float[] weights, boolean population) {
        this(groups, weights, population, PointwiseSums.NONE, false);
    }

    /** The same plan with or without the read-out. */
    public StatisticsPlan reading(boolean wanted) {
        return new StatisticsPlan(groups, weights, population, pointwise, wanted);
    }

    /** The part of the plan for some consecutive trials. */
    public StatisticsPlan slice(int trials, int from, int to) {
        return new StatisticsPlan(
                groups,
                columns(weights, trials, from, to),
                population,
                new PointwiseSums(
                        columns(pointwise.weights(), trials, from, to),
                        pointwise.counts().slice(from, to),
                        pointwise.moments()),
                output);
    }

    private static float[] columns(float[] all, int trials, int from, int to) {
        int rows = all.length / Math.max(trials, 1);
        int width = to - from;
        float[] part = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(all, row * trials + from, part, row * width, width);
        }
        return part;
    }
}
