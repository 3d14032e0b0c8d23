package org.dalescope.model.engine.libtorch;

import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.Workload;

/** The memory of the {@link TensorEngine}, counted from the sizes of its arrays before any is made. */
final class TensorMemory {
    /** What libtorch itself takes once it computes, and what its allocator holds between arrays. */
    private static final long LIBTORCH = 256L << 20;

    private TensorMemory() {}

    /** The tensor engine: arrays {@code [bin][trial][unit]} of all blocks kept, and those of a pass for each block at work. */
    static EngineMemoryEstimate of(MemoryWorkload load, int threads, int block) {
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
        return new EngineMemoryEstimate(heap, outside + LIBTORCH);
    }

    /** The same where what libtorch takes lies in a GPU's memory: where that ends, smaller blocks of trials are taken. */
    static EngineMemoryEstimate onDevice(EngineMemoryEstimate onHost) {
        return new EngineMemoryEstimate(onHost.heap(), LIBTORCH);
    }
}
