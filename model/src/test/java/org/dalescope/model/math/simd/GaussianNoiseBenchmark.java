package org.dalescope.model.math.simd;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The noise of one bin of 65 units x 64 lanes. An operation is one normal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GaussianNoiseBenchmark {
    private static final int LANES = 64;
    private static final int PAIRS = 33;
    private static final int COUNT = 2 * PAIRS * LANES;

    private final GaussianNoise noise =
            GaussianNoise.of(new Random(1).longs(LANES).toArray(), LANES);
    private final float[] sd = Floats.fromTo(COUNT, 0, 1, 2);
    private final float[] rows = new float[COUNT];
    private int bin;

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] oneBin() {
        noise.add(bin++, PAIRS, 0.3f, sd, rows);
        return rows;
    }
}
