package org.dalescope.model.session.format.container;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import org.dalescope.model.common.InputError;

/** Chunks of HDF5 datasets: their reader counts through a whole one, however few of its values there are. */
public final class Hdf5Chunks {
    /** A chunk of a few values may be this large; programs that write HDF5 choose some 100,000 at most by themselves. */
    private static final long MOST_VALUES = 1L << 20;

    private Hdf5Chunks() {}

    /**
     * Refuses chunks that are much larger than the dataset they are of.
     *
     * @throws InputError where a damaged header claims such
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
                    dataset.getPath() + " claims chunks larger than itself: the file is damaged; copy it again.");
        }
    }
}
