package org.dalescope.model.engine.fused;

import java.util.Arrays;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.fused.BlockPlan.Block;

/**
 * The inputs of one block of trials of the fused engine as {@code [bin][channel][lane]}. They are fetched a few bins at
 * a time, because a trial's bins are contiguous in the session. The last channel is always 1 and represents the bias.
 */
final class BlockInputs {
    /** The number of bins that are fetched together. */
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

    /** The number of channels, including the bias. */
    static int rows(Batch batch) {
        return batch.channels() + 1;
    }

    /** The array that contains a bin. */
    float[] of(int bin) {
        if (bin < first || bin >= first + CHUNK) {
            fetch(bin, Math.min(CHUNK, batch.bins() - bin));
        }
        return values;
    }

    /** The index of the first value of a bin in its array. */
    int at(int bin) {
        return (bin - first) * perBin;
    }

    /** Fetches a number of bins, starting at {@code bin}. */
    void fetch(int bin, int bins) {
        first = bin;
        int width = block.width();
        int channels = batch.channels();
        // With a few bins at a time, the rows that are written stay in the first-level cache from trial to trial.
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
