package org.dalescope.model.benchmark;

/**
 * The result of a benchmark of one size; times are medians over epochs, ms.
 *
 * @param engine name and device
 * @param gflops rate of the matrix products of the recurrence, forward and backward, 10^9 operations per second
 * @param gemmGflops rate of large float32 matrix products on this machine with the same number of threads; NaN if not
 *     measured
 * @param memoryMb peak memory of the process if the system reports it, otherwise the heap in use
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

    /** The same result with the rate of large matrix products. */
    public BenchmarkResult withMatrixProductRate(double newGemmGflops) {
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
