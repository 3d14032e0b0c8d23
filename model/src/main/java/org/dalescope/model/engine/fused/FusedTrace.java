package org.dalescope.model.engine.fused;

import java.util.List;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.BatchDrive;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.math.simd.FloatArrayPool;

/**
 * The trace of a forward pass of the {@link FusedEngine}.
 *
 * @param kept per block: softplus(x) of every bin {@code [bin][unit][lane]}, or the states x at regular intervals of
 *     bins
 * @param keeping describes which of the two is kept
 */
public record FusedTrace(
        RateStatistics statistics,
        FusedWeights weights,
        BatchDrive drive,
        Noise noise,
        StatisticsPlan plan,
        BlockPlan blocks,
        List<float[]> kept,
        FusedWorkspace keeping,
        FloatArrayPool pool)
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
