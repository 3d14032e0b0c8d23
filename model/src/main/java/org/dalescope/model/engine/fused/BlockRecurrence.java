package org.dalescope.model.engine.fused;

import java.util.Arrays;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.math.simd.GaussianNoise;
import org.dalescope.model.math.simd.RowArithmetic;
import org.dalescope.model.math.simd.StripLayout;

/** The forward recurrence of one block of trials of the fused engine, with its state {@code [unit][lane]}. */
final class BlockRecurrence {
    private final FusedWeights weights;
    private final Batch batch;
    private final Block block;
    private final boolean noisy;
    private final GaussianNoise noise;
    private final float[] noiseSd;
    private final float[] x;
    private final BlockInputs inputs;
    private final StripLayout drive;

    BlockRecurrence(FusedWeights weights, Batch batch, Noise noise, Block block) {
        this.weights = weights;
        this.batch = batch;
        this.block = block;
        this.noisy = noise.sd() > 0;
        this.noise = noise.of(batch.trialIds(), block.from(), block.trials(), block.width());
        this.noiseSd = noisy ? weights.noiseLanes(block.width()) : new float[0];
        this.x = new float[weights.rows() * block.width()];
        this.inputs = new BlockInputs(batch, block);
        this.drive = StripLayout.of(weights.units() + BlockInputs.rows(batch), block.width());
    }

    /** Receives softplus(x) of a bin. */
    @FunctionalInterface
    interface BinListener {
        void onBin(int bin, float[] activity, int from);
    }

    /** The array that receives the activity of the bins. */
    record Activity(float[] values, int firstBin, int perBin) {
        int at(int bin) {
            return (bin - firstBin) * perBin;
        }
    }

    /** Sets the state at bin 0, which is h0 in all trials. */
    void start() {
        int width = block.width();
        for (int unit = 0; unit < weights.units(); unit++) {
            Arrays.fill(x, unit * width, (unit + 1) * width, weights.initial()[unit]);
        }
        Arrays.fill(x, weights.units() * width, x.length, 0);
    }

    /**
     * Runs the bins from {@code from}, whose state is set, to {@code to} - 1; afterwards the state is that of bin
     * {@code to}.
     */
    void run(int from, int to, Activity activity, BinListener listener) {
        int count = weights.units() * block.width();
        for (int bin = from; bin < to; bin++) {
            int at = activity.at(bin);
            RowArithmetic.softplus(x, activity.values(), at, count);
            listener.onBin(bin, activity.values(), at);
            if (bin + 1 < batch.bins()) {
                step(bin, activity.values(), at);
            }
        }
    }

    private void step(int bin, float[] activity, int at) {
        drive.put(activity, at, weights.units(), 0);
        drive.put(inputs.of(bin), inputs.at(bin), BlockInputs.rows(batch), weights.units());
        weights.step().step(drive, x);
        addNoise(bin, 1, x);
    }

    /** Adds factor x the noise that enters after a bin to {@code rows}. */
    void addNoise(int bin, float factor, float[] rows) {
        if (noisy) {
            noise.add(bin, weights.pairs(), factor, noiseSd, rows);
        }
    }

    /** Saves the state for a checkpoint. */
    void save(float[] to, int at) {
        System.arraycopy(x, 0, to, at, x.length);
    }

    /** Restores the state of a checkpoint. */
    void restore(float[] from, int at) {
        System.arraycopy(from, at, x, 0, x.length);
    }

    int stateLength() {
        return x.length;
    }
}
