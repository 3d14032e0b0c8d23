package org.dalescope.model.training.loss;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.simd.WorkerThreads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Transport between 400 and 400 trials. An operation is one iteration of a hundred that no tolerance ends early. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SinkhornBenchmark {
    private static final int TRIALS = 400;
    private static final int ITERATIONS = 100;

    @Param({"1", "2"})
    public int threads = 1;

    private final PaddedMatrix cost = PaddedMatrix.copyOf(
            TRIALS, TRIALS, new Random(1).doubles((long) TRIALS * TRIALS, 0, 1).toArray());
    private WorkerThreads workers = WorkerThreads.of(1);

    @Setup
    public void start() {
        workers.close();
        workers = WorkerThreads.of(threads);
    }

    @TearDown
    public void stop() {
        workers.close();
    }

    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public TransportPlan iteration() {
        return Sinkhorn.solve(cost, 0.05, ITERATIONS, 0, workers);
    }
}
