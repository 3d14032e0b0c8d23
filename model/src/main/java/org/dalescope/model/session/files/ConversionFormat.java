package org.dalescope.model.session.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that a session can be converted to. */
public enum ConversionFormat {
    /** NumPy's archive of plain arrays. */
    NPZ,
    /** MATLAB v5. */
    MAT,
    /** Dalescope's own session file. */
    DALESCOPE;

    /** The name on the command line, which is also the file name extension. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with this name. */
    public static Optional<ConversionFormat> named(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that a file name extension stands for. */
    public static Optional<ConversionFormat> ofEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return named(name.substring(name.lastIndexOf('.') + 1));
    }

    /** All names, for a message. */
    public static String keys() {
        return Arrays.stream(values()).map(ConversionFormat::key).collect(Collectors.joining(", "));
    }
}
