package org.dalescope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.run.store.RunFolder;

/** The runs of {@link FittedSeeds} as runs of their own in a library. */
public final class MovedSeeds {
    private MovedSeeds() {}

    /** Fits in a folder and moves the runs {@code seed-1} and {@code seed-2} into a library. */
    public static void into(Path folder, Path library) {
        try {
            Files.createDirectories(library);
            for (RunFolder run : FittedSeeds.in(folder).runs()) {
                Files.move(run.folder(), library.resolve(run.folder().getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
