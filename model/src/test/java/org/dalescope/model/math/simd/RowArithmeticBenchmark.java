package org.dalescope.model.math.simd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Elementary functions of 65 units x 64 lanes. An operation is one number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowArithmeticBenchmark {
    private static final int COUNT = 65 * 64;

    private final float[] x = Floats.fromTo(COUNT, -5, 5, 1);
    private final float[] s = Floats.fromTo(COUNT, 0, 5, 2);
    private final float[] to = new float[COUNT];

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] softplus() {
        RowArithmetic.softplus(x, to, 0, COUNT);
        return to;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] slope() {
        RowArithmetic.slope(s, 0, to, COUNT);
        return to;
    }
}
