package org.dalescope.model.math.simd;

import java.util.concurrent.TimeUnit;
import org.dalescope.model.math.simd.OuterProductSum.Operand;
import org.dalescope.model.math.simd.OuterProductSum.Packed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The gradient's product: 16 bins of 64 lanes summed into a square matrix. Operations per nanosecond are GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OuterProductSumBenchmark {
    private static final int UNITS = 65;
    private static final int BINS = 16;
    private static final int LANES = 64;
    private static final int FLOPS = 2 * UNITS * UNITS * BINS * LANES;

    private final Operand operand = new Operand(
            Floats.random(BINS * VectorWidth.paddedRows(UNITS) * LANES, 1),
            0,
            VectorWidth.paddedRows(UNITS) * LANES,
            LANES);
    private final float[] leftRoom = new float[OuterProductSum.packedLength(UNITS, BINS, LANES)];
    private final float[] rightRoom = new float[OuterProductSum.packedLength(UNITS, BINS, LANES)];
    private final Packed left = OuterProductSum.packLeft(operand, UNITS, BINS, LANES, leftRoom);
    private final Packed right = OuterProductSum.packRight(operand, UNITS, BINS, LANES, rightRoom);
    private final OuterProductSum sum = new OuterProductSum(UNITS, UNITS);

    @Benchmark
    @OperationsPerInvocation(FLOPS)
    public OuterProductSum add() {
        sum.add(left, right);
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(FLOPS)
    public OuterProductSum packAndAdd() {
        sum.add(
                OuterProductSum.packLeft(operand, UNITS, BINS, LANES, leftRoom),
                OuterProductSum.packRight(operand, UNITS, BINS, LANES, rightRoom));
        return sum;
    }
}
