package org.dalescope.model.math.simd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The recurrence's product: square matrix times rows of 64 lanes. Operations per nanosecond are GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TiledMatrixBenchmark {
    private static final int LANES = 64;

    private final Product small = Product.of(65);
    private final Product large = Product.of(200);

    private record Product(TiledMatrix tiles, StripLayout x, float[] c) {
        static Product of(int units) {
            float[] a = Floats.random(units * units, 1);
            StripLayout x = StripLayout.of(units, LANES);
            x.put(Floats.random(units * LANES, 2), 0, units, 0);
            TiledMatrix tiles = TiledMatrix.of(units, units, (i, j) -> a[i * units + j]);
            return new Product(tiles, x, new float[VectorWidth.paddedRows(units) * LANES]);
        }

        float[] add() {
            tiles.addProduct(x, c, 0);
            return c;
        }
    }

    @Benchmark
    @OperationsPerInvocation(2 * 65 * 65 * LANES)
    public float[] units65() {
        return small.add();
    }

    @Benchmark
    @OperationsPerInvocation(2 * 200 * 200 * LANES)
    public float[] units200() {
        return large.add();
    }
}
