package org.dalescope.model.engine.fused;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.math.simd.VectorWidth;

/**
 * The division of a batch into blocks and tasks for the fused engine. The trials of a block run through time together,
 * one trial per lane. A task is a series of consecutive blocks that share one array of sums. The sizes depend only on
 * the number of trials, not on the number of threads.
 */
record BlockPlan(List<Block> blocks, List<List<Block>> tasks) {
    /** The number of lanes of a block, chosen so that its state stays in the first-level cache. */
    private static final int LANES = 64;

    private static final int TASKS = 64;
    /** The least number of blocks, so that small batches use several threads too. */
    private static final int BLOCKS_AT_LEAST = 4;

    /**
     * A block of consecutive trials.
     *
     * @param width number of lanes, a multiple of the strip; the lanes from {@code trials} on are padding
     */
    record Block(int index, int from, int trials, int width) {}

    static BlockPlan of(int trials) {
        int strips = Math.max(1, VectorWidth.padded(trials) / VectorWidth.STRIP);
        int perBlock = Math.max(1, LANES / VectorWidth.STRIP);
        int count = Math.max((strips + perBlock - 1) / perBlock, Math.min(strips, BLOCKS_AT_LEAST));
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < count; index++) {
            int width = (strips / count + (index < strips % count ? 1 : 0)) * VectorWidth.STRIP;
            blocks.add(new Block(index, from, Math.min(width, trials - from), width));
            from += width;
        }
        List<List<Block>> tasks = new ArrayList<>();
        int number = Math.min(TASKS, count);
        for (int task = 0; task < number; task++) {
            tasks.add(List.copyOf(blocks.subList(task * count / number, (task + 1) * count / number)));
        }
        return new BlockPlan(List.copyOf(blocks), List.copyOf(tasks));
    }
}
