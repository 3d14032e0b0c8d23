package org.dalescope.model.engine;

import org.dalescope.model.engine.BlockPlan.Block;

/** Inputs of a block as {@code [bin][channel][lane]}, a few bins at a time: a trial's bins lie side by side in the session. */
final class BlockInputs {
    /** Bins that are fetched together. */
    static final int CHUNK = 16;

    private static final int TOGETHER = 4;

    private final Batch batch;
    private final Block block;
    private final int perBin;
    private final float[] values;
    private int first = -CHUNK;

    BlockInputs(Batch batch, Block block) {
        this.batch = batch;
        this.block = block;
        this.perBin = batch.channels() * block.width();
        this.values = new float[CHUNK * perBin];
    }

    /** The array that holds a bin. */
    float[] of(int bin) {
        if (bin < first || bin >= first + CHUNK) {
            fetch(bin, Math.min(CHUNK, batch.bins() - bin));
        }
        return values;
    }

    /** Where a bin begins in it. */
    int at(int bin) {
        return (bin - first) * perBin;
    }

    /** Fetches so many bins from one on. */
    void fetch(int bin, int bins) {
        first = bin;
        int width = block.width();
        int channels = batch.channels();
        // A few bins at a time: the rows that are written stay in the first-level cache from trial to trial.
        for (int from = 0; from < bins; from += TOGETHER) {
            int count = Math.min(TOGETHER, bins - from) * channels;
            for (int lane = 0; lane < block.trials(); lane++) {
                int source = (batch.positions()[block.from() + lane] * batch.bins() + bin + from) * channels;
                spread(batch.inputs(), source, values, from * perBin + lane, width, count);
            }
        }
    }

    private static void spread(float[] from, int source, float[] to, int target, int width, int count) {
        for (int i = 0; i < count; i++) {
            to[target + i * width] = from[source + i];
        }
    }
}
