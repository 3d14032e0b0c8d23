package org.dalescope.model.session.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formats that sessions are converted to. */
public enum ConversionFormat {
    /** NumPy's archive of plain arrays. */
    NPZ,
    /** MATLAB v5. */
    MAT,
    /** Our own session file. */
    DALESCOPE;

    /** The name on the command line, which is also the file's ending. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this name. */
    public static Optional<ConversionFormat> named(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that a file's ending tells. */
    public static Optional<ConversionFormat> ofEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return named(name.substring(name.lastIndexOf('.') + 1));
    }

    /** All names, for people. */
    public static String keys() {
        return Arrays.stream(values()).map(ConversionFormat::key).collect(Collectors.joining(", "));
    }
}
