package org.dalescope.model.run.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/** The file formats to which a run can be exported. */
public enum ExportFormat {
    /** NumPy's archive of plain arrays, which needs no pickle. */
    NPZ("export.npz"),
    /** A MATLAB v5 file. Every array has the same axes as in the npz file, in the same order. */
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

    /** The default path of an export in its run folder. */
    public Path within(Path runFolder) {
        return runFolder.resolve(fileName);
    }

    /**
     * The format with this name.
     *
     * @throws InputError with a list of the names, if there is no such format
     */
    public static ExportFormat named(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no export format '" + key + "'. Give --to "
                        + Arrays.stream(values()).map(ExportFormat::key).collect(Collectors.joining(", ")) + "."));
    }
}
