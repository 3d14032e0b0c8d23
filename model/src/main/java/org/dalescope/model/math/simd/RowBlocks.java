package org.dalescope.model.math.simd;

/**
 * Blocks of matrix rows that threads share in numerical kernels; their size depends on the matrix alone, never on the
 * number of threads. Partial sums per block, added in the order of the blocks, therefore have the same bits on any
 * number of cores.
 *
 * @param perBlock rows per block; the last may have fewer
 */
public record RowBlocks(int rows, int perBlock) {
    /** The fewest elements that are worth handing to another thread. */
    private static final int ELEMENTS = 16_384;
    /** The largest number of blocks, because one thread adds the partial sums of all blocks. */
    private static final int BLOCKS = 64;
    /** Blocks consist of whole register tiles: six rows in a product and four rows in a scaling pass. */
    private static final int MULTIPLE = 12;

    /** Work on one block. */
    @FunctionalInterface
    public interface Work {
        /** Rows {@code first} to {@code end - 1}. */
        void on(int block, int first, int end);
    }

    /** Blocks of about ten thousand elements, or larger ones if there would be too many blocks. */
    public static RowBlocks of(int rows, int columns) {
        int wanted = Math.max(Math.ceilDiv(ELEMENTS, Math.max(1, columns)), Math.ceilDiv(rows, BLOCKS));
        return new RowBlocks(rows, Math.ceilDiv(wanted, MULTIPLE) * MULTIPLE);
    }

    public int count() {
        return Math.ceilDiv(rows, perBlock);
    }

    /** Runs the work on every block once, shared among the threads. */
    public void run(WorkerThreads workers, Work work) {
        workers.run(count(), block -> {
            int first = block * perBlock;
            work.on(block, first, Math.min(rows, first + perBlock));
        });
    }
}
