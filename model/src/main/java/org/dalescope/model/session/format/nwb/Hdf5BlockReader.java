package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import org.dalescope.model.common.InputError;

/**
 * Reads a long dataset of an NWB file in blocks of whole HDF5 chunks along its first axis: only one block is in memory,
 * and no chunk is decompressed twice.
 *
 * @param columns values per row
 * @param blockRows rows per block; the last block may be shorter
 */
record Hdf5BlockReader(Dataset dataset, long rows, int columns, int blockRows) {
    private static final int ROWS = 1 << 18;
    private static final int MOST_COLUMNS = 1 << 12;
    private static final long MOST_IN_A_CHUNK = 1L << 26;

    static Hdf5BlockReader of(Dataset dataset) {
        long[] shape = dataset.getDimensionsAsLong();
        Hdf5DatasetValues.size(dataset);
        if (shape.length < 1 || shape.length > 2 || (shape.length == 2 && shape[1] > MOST_COLUMNS)) {
            throw new InputError(dataset.getPath() + " has " + shape.length
                    + " axes, but must have one axis, or two with few columns: check how the file was written.");
        }
        int columns = shape.length == 2 ? (int) shape[1] : 1;
        return new Hdf5BlockReader(dataset, shape[0], columns, blockRows(dataset, columns));
    }

    int count() {
        return (int) ((rows + blockRows - 1) / blockRows);
    }

    long from(int block) {
        return (long) block * blockRows;
    }

    long to(int block) {
        return Math.min(rows, from(block) + blockRows);
    }

    /** The values of a block, row by row. */
    double[] read(int block) {
        return Hdf5DatasetValues.numbers(dataset, from(block), (int) (to(block) - from(block)), columns);
    }

    private static int blockRows(Dataset dataset, int columns) {
        int wanted = Math.max(1, ROWS / Math.max(1, columns));
        if (!(dataset instanceof ChunkedDataset chunked)) {
            return wanted;
        }
        long inChunk = 1;
        for (int length : chunked.getChunkDimensions()) {
            inChunk *= Math.max(1, length);
            if (length <= 0 || inChunk > MOST_IN_A_CHUNK) {
                throw new InputError(dataset.getPath()
                        + " is stored in chunks that are too large to read: repack the file with h5repack -l"
                        + " CHUNK=100000.");
            }
        }
        int chunkRows = chunked.getChunkDimensions()[0];
        return chunkRows * Math.max(1, wanted / chunkRows);
    }
}
