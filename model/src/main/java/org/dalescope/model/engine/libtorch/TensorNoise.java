package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.math.simd.GaussianNoise;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * Process noise s sqrt(alpha) xi of a block on its device, {@code [bin][trial][unit]}. The host makes it with the fused engine's kernel, some
 * trials per task, and the device turns it into its own order: one thread would take longer to make it than a GPU to use it.
 */
final class TensorNoise {
    private static final int TRIALS = 64;

    private final NDManager manager;
    private final Noise noise;
    private final Batch batch;
    private final int units;
    private final int pairs;

    private TensorNoise(NDManager manager, Noise noise, Batch batch, int units) {
        this.manager = manager;
        this.noise = noise;
        this.batch = batch;
        this.units = units;
        this.pairs = (units + 1) / 2;
    }

    /**
     * Of all trials of a batch.
     *
     * @param weights whose {@code noise} is s sqrt(alpha)
     */
    static NDArray of(
            NDManager manager, DataType type, TensorWeights weights, Noise noise, Batch batch, WorkerThreads workers) {
        TensorNoise made =
                new TensorNoise(manager, noise, batch, weights.network().size());
        return type == DataType.FLOAT64 ? made.exact(weights.noise()) : made.single(weights.noise(), workers);
    }

    private NDArray single(double[] perUnit, WorkerThreads workers) {
        float[] sd = new float[2 * pairs];
        for (int unit = 0; unit < units; unit++) {
            sd[unit] = (float) perUnit[unit];
        }
        NDArray[] parts = new NDArray[Math.ceilDiv(batch.trials(), TRIALS)];
        try (NDManager scope = manager.newSubManager()) {
            workers.run(parts.length, task -> parts[task] = part(scope, sd, task * TRIALS));
            NDArray all = parts.length == 1 ? parts[0].duplicate() : NDArrays.concat(new NDList(parts), 1);
            all.attach(manager);
            return all;
        }
    }

    /** Some trials' noise, made unit by unit and turned on the device. */
    private NDArray part(NDManager scope, float[] sd, int from) {
        int width = Math.min(TRIALS, batch.trials() - from);
        int columns = VectorWidth.padded(width);
        float[] factors = GaussianNoise.inEveryColumn(sd, columns);
        GaussianNoise kernel = noise.of(batch.trialIds(), from, width, columns);
        ByteBuffer bytes = ByteBuffer.allocateDirect(batch.bins() * units * columns * Float.BYTES)
                .order(ByteOrder.nativeOrder());
        FloatBuffer made = bytes.asFloatBuffer();
        float[] rows = new float[factors.length];
        for (int bin = 0; bin < batch.bins(); bin++) {
            Arrays.fill(rows, 0);
            kernel.add(bin, pairs, 1, factors, rows);
            made.put(rows, 0, units * columns);
        }
        NDArray byUnit = scope.create(bytes, new Shape(batch.bins(), units, columns), DataType.FLOAT32);
        return byUnit.transpose(0, 2, 1).get(":, :" + width);
    }

    /** In double precision, for comparisons. */
    private NDArray exact(double[] perUnit) {
        int bins = batch.bins();
        double[] all = new double[batch.trials() * bins * units];
        for (int trial = 0; trial < batch.trials(); trial++) {
            double[] own = noise.normals(batch.trialIds()[trial], bins, units);
            for (int i = 0; i < own.length; i++) {
                int to = (i / units * batch.trials() + trial) * units + i % units;
                all[to] = perUnit[i % units] * own[i];
            }
        }
        return manager.create(all, new Shape(bins, batch.trials(), units));
    }
}
