package org.dalescope.model.engine.libtorch;

import java.util.List;
import org.dalescope.model.engine.BatchDrive;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;

/**
 * The trace of a forward pass of the {@link TensorEngine}, with its blocks of trials if there is enough memory to keep
 * them.
 */
final class TensorTrace implements Trace {
    private final RateStatistics statistics;
    private final StatisticsPlan plan;
    private final BatchDrive drive;
    private final Noise noise;
    private List<TensorBlock> blocks;

    /**
     * A trace of a finished pass.
     *
     * @param blocks one per block of trials; empty if the backward pass must compute them again
     * @param noise the noise from which the blocks can be computed again
     */
    TensorTrace(
            RateStatistics statistics, List<TensorBlock> blocks, StatisticsPlan plan, BatchDrive drive, Noise noise) {
        this.statistics = statistics;
        this.blocks = blocks;
        this.plan = plan;
        this.drive = drive;
        this.noise = noise;
    }

    @Override
    public RateStatistics statistics() {
        return statistics;
    }

    StatisticsPlan plan() {
        return plan;
    }

    BatchDrive drive() {
        return drive;
    }

    Noise noise() {
        return noise;
    }

    List<TensorBlock> blocks() {
        return blocks;
    }

    /** Releases the memory of the blocks. */
    void release() {
        blocks.forEach(TensorBlock::close);
        blocks = List.of();
    }

    @Override
    public void close() {
        drive.close();
        release();
    }
}
