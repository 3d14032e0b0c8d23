package org.dalescope.model.engine;

import java.util.List;
import org.dalescope.model.engine.BlockPlan.Block;
import org.dalescope.model.kernel.FloatLanes;
import org.dalescope.model.kernel.OuterSum;

/**
 * What an engine takes for a step, forward and backward, counted from the sizes of its arrays before any is made.
 *
 * @param heap bytes of Java's memory
 * @param outside bytes beside it, which libtorch takes
 */
public record EngineBytes(long heap, long outside) {
    /** What libtorch itself takes once it computes, and what its allocator holds between arrays. */
    private static final long LIBTORCH = 256L << 20;

    /** The fused engine: what is kept between the passes, a block's arrays per thread, the sums of every task. */
    static EngineBytes fused(EngineLoad load, int threads, long keptBytes) {
        Workload size = load.size();
        BlockPlan plan = BlockPlan.of(size.trials());
        long width = plan.blocks().stream().mapToInt(Block::width).max().orElse(0);
        long running = Math.min(threads, plan.blocks().size());
        long rows = FloatLanes.paddedRows(size.units() + size.units() % 2);
        long all = FloatLanes.padded(size.trials()) * rows * Float.BYTES;
        FusedPlan kept = FusedPlan.of(all, size.bins(), keptBytes);
        long again = kept.checkpointed() ? Float.BYTES * width * rows * (kept.segment() + 1) : 0;
        long heap = kept.bytes() + running * (again + adjoint(load, rows, (int) width)) + sums(load, plan.tasks());
        return new EngineBytes(heap + load.statistics() + load.drive(), 0);
    }

    /** Lambda of a chunk of bins, both operands of its products, inputs, and some rows per unit. */
    private static long adjoint(EngineLoad load, long rows, int width) {
        Workload size = load.size();
        long slot = rows * load.losses() * width;
        long packed = OuterSum.packedLength(size.units(), BlockAdjoint.CHUNK, width)
                + (long) OuterSum.packedLength(size.channels() + 1, BlockAdjoint.CHUNK, width);
        long inputs = 2L * BlockAdjoint.CHUNK * (size.channels() + 1) * width;
        return Float.BYTES * (slot * (BlockAdjoint.CHUNK + 6) + 2 * packed + inputs + 6 * rows * width);
    }

    private static long sums(EngineLoad load, List<List<Block>> tasks) {
        Workload size = load.size();
        long weights = (long) size.units() * (size.units() + size.channels() + 1);
        long perLane = (long) FloatLanes.LENGTH * Float.BYTES;
        return tasks.size() * (load.psths() + load.losses() * weights * (Double.BYTES + perLane));
    }

    /** The tensor engine: arrays {@code [bin][trial][unit]} of all blocks kept, and those of a pass for each block at work. */
    static EngineBytes tensor(EngineLoad load, int threads, int block) {
        Workload size = load.size();
        long width = Math.min(block, size.trials());
        long blocks = Math.ceilDiv(size.trials(), width);
        long running = Math.min(threads, blocks) * width * size.bins();
        long units = size.units();
        // Drive, states, activity, and the noise in parts and joined.
        long kept = size.channels() + units * (load.noisy() ? 5 : 3);
        long forward = load.noisy() ? 6 * units : 2 * units;
        // d loss / d activity as made and joined, slopes, lambda bin by bin and joined, and what time constants and
        // gains take.
        long backward = units * (2 + 8L * load.losses()) + 2L * load.losses() * size.recorded();
        long outside = Float.BYTES * (load.rows() * kept + running * Math.max(forward, backward));
        // Noise and inputs as the host makes them, which stay on the host also where the rest lies on a device.
        long made = running * Float.BYTES * (units + size.channels());
        long heap = made + blocks * load.psths() + load.statistics() + load.drive();
        return new EngineBytes(heap, outside + LIBTORCH);
    }

    /** The same where what libtorch takes lies in a GPU's memory: where that ends, smaller blocks of trials are taken. */
    EngineBytes onDevice() {
        return new EngineBytes(heap, LIBTORCH);
    }
}
