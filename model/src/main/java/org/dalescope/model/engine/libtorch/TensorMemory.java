package org.dalescope.model.engine.libtorch;

import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.Workload;

/** Computes the memory of the {@link TensorEngine} from the sizes of its arrays before they are allocated. */
final class TensorMemory {
    /** The memory of libtorch itself, including what its allocator holds between arrays. */
    private static final long LIBTORCH = 256L << 20;

    private TensorMemory() {}

    /**
     * The memory of a step: the arrays {@code [bin][trial][unit]} that are kept for all blocks, and those of a pass for
     * each block in progress.
     */
    static EngineMemoryEstimate of(MemoryWorkload load, int threads, int block) {
        Workload size = load.size();
        long width = Math.min(block, size.trials());
        long blocks = Math.ceilDiv(size.trials(), width);
        long running = Math.min(threads, blocks) * width * size.bins();
        long units = size.units();
        // The drive, states, activity, and the noise both in parts and joined.
        long kept = size.channels() + units * (load.noisy() ? 5 : 3);
        long forward = load.noisy() ? 6 * units : 2 * units;
        // d loss / d activity both in parts and joined, slopes, lambda both by bin and joined, and the arrays for time
        // constants and gains.
        long backward = units * (2 + 8L * load.losses()) + 2L * load.losses() * size.recorded();
        long outside = Float.BYTES * (load.rows() * kept + running * Math.max(forward, backward));
        // The noise and inputs that the host makes. They stay on the host even if the rest is on a device.
        long made = running * Float.BYTES * (units + size.channels());
        long heap = made + blocks * load.psths() + load.statistics() + load.drive();
        return new EngineMemoryEstimate(heap, outside + LIBTORCH);
    }

    /**
     * The same estimate for a GPU, where libtorch's arrays are in the GPU's memory. If that memory runs out, smaller
     * blocks of trials are used.
     */
    static EngineMemoryEstimate onDevice(EngineMemoryEstimate onHost) {
        return new EngineMemoryEstimate(onHost.heap(), LIBTORCH);
    }
}
