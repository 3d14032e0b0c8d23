package org.dalescope.app;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;

/** A small session as a laboratory would save it: counts of 3 E and 2 I neurons in 12 bins of 20 ms. */
public final class CountsFile {
    private CountsFile() {}

    /** Writes it as npz. */
    public static Path write(Path file, int trials) {
        byte[] counts = new byte[trials * 12 * 5];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) (i * 7 % 4);
        }
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, trials, 12, 5),
                        NamedArray.of("cell_type", new int[] {1, 1, 2, 1, 2}),
                        NamedArray.of("dt", new double[] {0.02})));
        return file;
    }
}
