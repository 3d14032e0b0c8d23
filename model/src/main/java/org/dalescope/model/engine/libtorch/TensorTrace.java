package org.dalescope.model.engine.libtorch;

import java.util.List;
import org.dalescope.model.engine.BatchDrive;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;

/** A forward pass of the {@link TensorEngine}, with its blocks of trials as long as memory lets them be kept. */
final class TensorTrace implements Trace {
    private final RateStatistics statistics;
    private final StatisticsPlan plan;
    private final BatchDrive drive;
    private final Noise noise;
    private List<TensorBlock> blocks;

    /**
     * A pass that is done.
     *
     * @param blocks one piece per block of trials; empty where they have to be made again
     * @param noise from which they can be
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

    /** Gives the blocks' memory back. */
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
