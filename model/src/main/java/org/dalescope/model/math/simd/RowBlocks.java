package org.dalescope.model.math.simd;

/**
 * Rows of a matrix cut into blocks whose size depends on the matrix alone, never on the number of threads: partial sums per
 * block, added in the order of blocks, are the same bits on any machine's number of cores.
 *
 * @param perBlock rows per block; the last may have fewer
 */
public record RowBlocks(int rows, int perBlock) {
    /** Elements that are worth handing to another thread. */
    private static final int ELEMENTS = 16_384;
    /** Sums that are made per block are read again by one thread. */
    private static final int BLOCKS = 64;
    /** Whole register tiles, of six rows in a product and of four in a scaling pass. */
    private static final int MULTIPLE = 12;

    /** Work on one block. */
    @FunctionalInterface
    public interface Work {
        /** Rows {@code first} to {@code end - 1}. */
        void on(int block, int first, int end);
    }

    /** Blocks of some ten thousand elements, larger ones where there would be too many. */
    public static RowBlocks of(int rows, int columns) {
        int wanted = Math.max(Math.ceilDiv(ELEMENTS, Math.max(1, columns)), Math.ceilDiv(rows, BLOCKS));
        return new RowBlocks(rows, Math.ceilDiv(wanted, MULTIPLE) * MULTIPLE);
    }

    public int count() {
        return Math.ceilDiv(rows, perBlock);
    }

    /** Every block once, shared out over threads. */
    public void run(WorkerThreads workers, Work work) {
        workers.run(count(), block -> {
            int first = block * perBlock;
            work.on(block, first, Math.min(rows, first + perBlock));
        });
    }
}
