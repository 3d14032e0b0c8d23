package org.dalescope.model.benchmark;

/**
 * One measured size; times are medians over epochs, ms.
 *
 * @param engine name and device
 * @param gflops rate of the recurrence's matrix products, forward and backward, 10^9 operations per second
 * @param gemmGflops what this machine reaches on large float32 matrix products with as many threads; NaN where not measured
 * @param memoryMb most memory the process had, where the system tells it, else the heap in use
 */
public record BenchmarkResult(
        BenchmarkSize size,
        int threads,
        String engine,
        int epochs,
        double epochMs,
        double forwardMs,
        double backwardMs,
        double lossesMs,
        double updateMs,
        double scoringMs,
        double gflops,
        double gemmGflops,
        double memoryMb) {

    /** The same beside what large matrix products reach. */
    public BenchmarkResult besides(double newGemmGflops) {
        return new BenchmarkResult(
                size,
                threads,
                engine,
                epochs,
                epochMs,
                forwardMs,
                backwardMs,
                lossesMs,
                updateMs,
                scoringMs,
                gflops,
                newGemmGflops,
                memoryMb);
    }
}
