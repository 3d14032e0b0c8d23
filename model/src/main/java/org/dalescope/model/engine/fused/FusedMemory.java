package org.dalescope.model.engine.fused;

import java.util.List;
import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.math.simd.OuterProductSum;
import org.dalescope.model.math.simd.VectorWidth;

/** Computes the memory of the {@link FusedEngine} from the sizes of its arrays before they are allocated. */
final class FusedMemory {
    private FusedMemory() {}

    /**
     * The memory of a step: the data kept between the passes, the arrays of a block per thread, and the sums of every
     * task.
     */
    static EngineMemoryEstimate of(MemoryWorkload load, int threads, long keptBytes) {
        Workload size = load.size();
        BlockPlan plan = BlockPlan.of(size.trials());
        long width = plan.blocks().stream().mapToInt(Block::width).max().orElse(0);
        long running = Math.min(threads, plan.blocks().size());
        long rows = VectorWidth.paddedRows(size.units() + size.units() % 2);
        long all = VectorWidth.padded(size.trials()) * rows * Float.BYTES;
        FusedWorkspace kept = FusedWorkspace.of(all, size.bins(), keptBytes);
        long again = kept.checkpointed() ? Float.BYTES * width * rows * (kept.segment() + 1) : 0;
        long heap = kept.bytes() + running * (again + adjoint(load, rows, (int) width)) + sums(load, plan.tasks());
        return new EngineMemoryEstimate(heap + load.statistics() + load.drive(), 0);
    }

    /**
     * The bytes of the adjoint: lambda of a chunk of bins, both operands of its products, inputs, and some rows per
     * unit.
     */
    private static long adjoint(MemoryWorkload load, long rows, int width) {
        Workload size = load.size();
        long slot = rows * load.losses() * width;
        long packed = OuterProductSum.packedLength(size.units(), BlockAdjoint.CHUNK, width)
                + (long) OuterProductSum.packedLength(size.channels() + 1, BlockAdjoint.CHUNK, width);
        long inputs = 2L * BlockAdjoint.CHUNK * (size.channels() + 1) * width;
        return Float.BYTES * (slot * (BlockAdjoint.CHUNK + 6) + 2 * packed + inputs + 6 * rows * width);
    }

    private static long sums(MemoryWorkload load, List<List<Block>> tasks) {
        Workload size = load.size();
        long weights = (long) size.units() * (size.units() + size.channels() + 1);
        long perLane = (long) VectorWidth.LENGTH * Float.BYTES;
        return tasks.size() * (load.psths() + load.losses() * weights * (Double.BYTES + perLane));
    }
}
