package org.dalescope.model.run.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/** Formats that a run is exported to. */
public enum ExportFormat {
    /** NumPy's archive of plain arrays, which needs no pickle. */
    NPZ("export.npz"),
    /** MATLAB v5; every array has the axes of its npz twin, in the same order. */
    MAT("export.mat"),
    /** A folder with one file per table. */
    CSV("export-csv");

    private final String fileName;

    ExportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where an export lies in its run folder where nobody says otherwise. */
    public Path within(Path runFolder) {
        return runFolder.resolve(fileName);
    }

    /**
     * The format of this name.
     *
     * @throws InputError listing the names there are
     */
    public static ExportFormat named(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no export format '" + key + "': give --to "
                        + Arrays.stream(values()).map(ExportFormat::key).collect(Collectors.joining(", ")) + "."));
    }
}
