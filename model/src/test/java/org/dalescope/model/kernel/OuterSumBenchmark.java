package org.dalescope.model.kernel;

import java.util.concurrent.TimeUnit;
import org.dalescope.model.kernel.OuterSum.Operand;
import org.dalescope.model.kernel.OuterSum.Packed;
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
public class OuterSumBenchmark {
    private static final int UNITS = 65;
    private static final int BINS = 16;
    private static final int LANES = 64;
    private static final int FLOPS = 2 * UNITS * UNITS * BINS * LANES;

    private final Operand operand = new Operand(
            Floats.random(BINS * FloatLanes.paddedRows(UNITS) * LANES, 1),
            0,
            FloatLanes.paddedRows(UNITS) * LANES,
            LANES);
    private final float[] leftRoom = new float[OuterSum.packedLength(UNITS, BINS, LANES)];
    private final float[] rightRoom = new float[OuterSum.packedLength(UNITS, BINS, LANES)];
    private final Packed left = OuterSum.packLeft(operand, UNITS, BINS, LANES, leftRoom);
    private final Packed right = OuterSum.packRight(operand, UNITS, BINS, LANES, rightRoom);
    private final OuterSum sum = new OuterSum(UNITS, UNITS);

    @Benchmark
    @OperationsPerInvocation(FLOPS)
    public OuterSum add() {
        sum.add(left, right);
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(FLOPS)
    public OuterSum packAndAdd() {
        sum.add(
                OuterSum.packLeft(operand, UNITS, BINS, LANES, leftRoom),
                OuterSum.packRight(operand, UNITS, BINS, LANES, rightRoom));
        return sum;
    }
}
