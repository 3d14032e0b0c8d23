package org.dalescope.model.session.format.container;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import org.dalescope.model.common.InputError;

/**
 * Checks the chunk sizes of variables in HDF5 containers, because the reader goes through a whole chunk even if it
 * holds few values.
 */
public final class Hdf5Chunks {
    /**
     * The largest chunk of a small dataset, in values; programs that write HDF5 choose at most about 100,000 by
     * default.
     */
    private static final long MOST_VALUES = 1L << 20;

    private Hdf5Chunks() {}

    /**
     * Rejects chunks that are much larger than their dataset.
     *
     * @throws InputError if a damaged header claims such chunks
     */
    public static void check(Dataset dataset) {
        if (!(dataset instanceof ChunkedDataset chunked)) {
            return;
        }
        double values = 1;
        for (int length : chunked.getChunkDimensions()) {
            values *= length;
        }
        double all = 1;
        for (long dimension : dataset.getDimensionsAsLong()) {
            all *= Math.max(0, dimension);
        }
        if (!(values >= 1) || values > Math.max(MOST_VALUES, all)) {
            throw new InputError(
                    dataset.getPath() + " claims chunks that are larger than the dataset itself: the file is damaged;"
                            + " copy it again.");
        }
    }
}
