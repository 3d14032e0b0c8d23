package org.dalescope.model.math.simd;

import java.util.Arrays;

/**
 * A multithreaded kernel for the upper median of a matrix, found without sorting the matrix. Values are counted in
 * buckets of equal width in the order of their bits, and only the bucket that holds the median is sorted. The result is
 * exact and the same on any number of threads, because counts have no order.
 */
public final class MatrixMedian {
    private static final int BUCKET_BITS = 12;

    private final PaddedMatrix matrix;
    private final WorkerThreads workers;
    private final RowBlocks blocks;
    private final long lowest;
    private final int shift;

    private MatrixMedian(PaddedMatrix matrix, WorkerThreads workers) {
        this.matrix = matrix;
        this.workers = workers;
        this.blocks = RowBlocks.of(matrix.rows(), matrix.stride());
        long[] low = new long[blocks.count()];
        long[] high = new long[blocks.count()];
        blocks.run(workers, (block, first, end) -> {
            low[block] = Long.MAX_VALUE;
            high[block] = Long.MIN_VALUE;
            for (int row = first; row < end; row++) {
                for (int i = start(row); i < start(row) + matrix.columns(); i++) {
                    long key = key(matrix.values()[i]);
                    low[block] = Math.min(low[block], key);
                    high[block] = Math.max(high[block], key);
                }
            }
        });
        this.lowest = Arrays.stream(low).min().orElseThrow();
        long range = Arrays.stream(high).max().orElseThrow() - lowest;
        this.shift = Math.max(0, Long.SIZE - BUCKET_BITS - Long.numberOfLeadingZeros(range));
    }

    /** The element at position n / 2 of the n sorted elements; the padding is left out. */
    public static double of(PaddedMatrix matrix, WorkerThreads workers) {
        return new MatrixMedian(matrix, workers).find(matrix.rows() * matrix.columns() / 2);
    }

    private double find(int rank) {
        int[][] counts = new int[blocks.count()][1 << BUCKET_BITS];
        blocks.run(workers, (block, first, end) -> count(counts[block], first, end));
        int below = 0;
        int bucket = 0;
        int inside = total(counts, bucket);
        while (below + inside <= rank) {
            below += inside;
            bucket++;
            inside = total(counts, bucket);
        }
        double[] candidates = new double[inside];
        int[] from = new int[blocks.count()];
        for (int block = 1; block < from.length; block++) {
            from[block] = from[block - 1] + counts[block - 1][bucket];
        }
        int chosen = bucket;
        blocks.run(workers, (block, first, end) -> collect(candidates, from[block], chosen, first, end));
        Arrays.sort(candidates);
        return candidates[rank - below];
    }

    private void count(int[] counts, int first, int end) {
        for (int row = first; row < end; row++) {
            for (int i = start(row); i < start(row) + matrix.columns(); i++) {
                counts[bucket(matrix.values()[i])]++;
            }
        }
    }

    private void collect(double[] candidates, int from, int bucket, int first, int end) {
        int to = from;
        for (int row = first; row < end; row++) {
            for (int i = start(row); i < start(row) + matrix.columns(); i++) {
                if (bucket(matrix.values()[i]) == bucket) {
                    candidates[to] = matrix.values()[i];
                    to++;
                }
            }
        }
    }

    private static int total(int[][] counts, int bucket) {
        int total = 0;
        for (int[] block : counts) {
            total += block[bucket];
        }
        return total;
    }

    private int start(int row) {
        return row * matrix.stride();
    }

    private int bucket(double value) {
        return (int) ((key(value) - lowest) >>> shift);
    }

    /** An integer that sorts in the order of the values. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
