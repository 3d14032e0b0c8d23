package org.dalescope.model.engine.choice;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.libtorch.TorchRuntime;
import org.dalescope.model.math.simd.StripLayout;
import org.dalescope.model.math.simd.TiledMatrix;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * Measures how fast this machine multiplies large float32 matrices, as a bound on the speed of its engines. The rate is
 * that of the faster of libtorch's product and this program's own product, with a number of threads, each of which
 * multiplies its own matrices. It is the upper bound that benchmarks compare the recurrence with.
 */
public final class MatrixProductRate {
    private static final int SIZE = 768;
    private static final int TIMES = 12;
    private static final int ROUNDS = 4;

    private MatrixProductRate() {}

    /** The rate in 10^9 operations per second. */
    public static double gflops(int threads) {
        double own = own(threads);
        return libtorch(threads).map(rate -> Math.max(own, rate)).orElse(own);
    }

    private static double own(int threads) {
        int width = VectorWidth.padded(64);
        TiledMatrix matrix = TiledMatrix.of(SIZE, SIZE, (i, j) -> (i * 31 + j) % 17 * 0.01);
        return best(threads, SIZE / width * width, task -> {
            StripLayout x = StripLayout.of(SIZE, width);
            float[] c = new float[VectorWidth.paddedRows(SIZE) * width];
            for (int i = 0; i < TIMES * (SIZE / width); i++) {
                matrix.addProduct(x, c, 0);
            }
        });
    }

    /** The rate of libtorch; empty if it does not load, in which case only this program's own product is measured. */
    private static Optional<Double> libtorch(int threads) {
        try (NDManager manager = TorchRuntime.engine().newBaseManager(Device.cpu())) {
            NDArray a = manager.ones(new Shape(SIZE, SIZE), DataType.FLOAT32);
            return Optional.of(best(threads, SIZE, task -> {
                try (NDManager own = manager.newSubManager()) {
                    NDArray mine = a.duplicate();
                    mine.attach(own);
                    for (int i = 0; i < TIMES; i++) {
                        mine.matMul(a).close();
                    }
                }
            }));
        } catch (UserError unloadable) {
            return Optional.empty();
        }
    }

    private static double best(int threads, int columns, IntConsumer task) {
        double best = 0;
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                workers.run(threads, task);
                double flops = 2.0 * SIZE * SIZE * columns * TIMES * threads;
                best = Math.max(best, flops / (System.nanoTime() - begun));
            }
        }
        return best;
    }
}
