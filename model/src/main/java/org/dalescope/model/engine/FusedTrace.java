package org.dalescope.model.engine;

import java.util.List;

/**
 * A forward pass of the {@link FusedEngine}.
 *
 * @param kept per block: softplus(x) of every bin {@code [bin][unit][lane]}, or the states x at every some bins
 * @param keeping which of the two
 */
record FusedTrace(
        Statistics statistics,
        FusedWeights weights,
        Drive drive,
        Noise noise,
        StatisticsPlan plan,
        BlockPlan blocks,
        List<float[]> kept,
        FusedPlan keeping,
        FloatPool pool)
        implements Trace {

    Batch batch() {
        return drive.batch();
    }

    @Override
    public void close() {
        drive.close();
        kept.forEach(pool::give);
    }
}
