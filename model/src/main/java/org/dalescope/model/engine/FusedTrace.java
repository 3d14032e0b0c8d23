package org.dalescope.model.engine;

import java.util.List;

/**
 * A forward pass of the {@link FusedEngine}.
 *
 * @param kept per block: softplus(x) of every bin {@code [bin][unit][lane]}, or the states x at every {@code segment}-th bin
 * @param checkpointed whether only states are kept and the bins between them have to be run again
 * @param segment bins between checkpoints
 */
record FusedTrace(
        Statistics statistics,
        FusedWeights weights,
        Drive drive,
        Noise noise,
        StatisticsPlan plan,
        BlockPlan blocks,
        List<float[]> kept,
        boolean checkpointed,
        int segment,
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
