package org.dalescope.model.engine;

import java.util.List;

/**
 * A forward pass of the {@link FusedEngine}.
 *
 * @param kept per block: softplus(x) of every bin {@code [bin][unit][lane]}, or the states x at every {@code segment}-th bin
 * @param segment bins between checkpoints; all bins where nothing needs to be run again
 */
record FusedTrace(
        Statistics statistics,
        FusedWeights weights,
        Batch batch,
        Noise noise,
        StatisticsPlan plan,
        BlockPlan blocks,
        List<float[]> kept,
        int segment,
        FloatPool pool)
        implements Trace {

    boolean checkpointed() {
        return segment < batch.bins();
    }

    @Override
    public void close() {
        kept.forEach(pool::give);
    }
}
