package org.dalescope.model.engine.fused;

import java.util.Arrays;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.fused.BlockPlan.Block;

/**
 * Inputs of a block as {@code [bin][channel][lane]}, a few bins at a time: a trial's bins lie side by side in the session. A last
 * channel that is always 1 stands for the bias.
 */
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
        this.perBin = rows(batch) * block.width();
        this.values = new float[CHUNK * perBin];
        for (int bin = 1; bin <= CHUNK; bin++) {
            Arrays.fill(values, bin * perBin - block.width(), bin * perBin, 1);
        }
    }

    /** Channels and the bias. */
    static int rows(Batch batch) {
        return batch.channels() + 1;
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
            int to = Math.min(bins, from + TOGETHER);
            for (int lane = 0; lane < block.trials(); lane++) {
                int trial = batch.positions()[block.from() + lane] * batch.bins() + bin;
                for (int i = from; i < to; i++) {
                    spread(batch.inputs(), (trial + i) * channels, values, i * perBin + lane, width, channels);
                }
            }
        }
    }

    private static void spread(float[] from, int source, float[] to, int target, int width, int count) {
        for (int i = 0; i < count; i++) {
            to[target + i * width] = from[source + i];
        }
    }
}
