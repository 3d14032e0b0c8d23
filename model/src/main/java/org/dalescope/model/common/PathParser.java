package org.dalescope.model.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A text helper that parses paths that users type or that files contain: not every text is a valid path. */
public final class PathParser {
    private PathParser() {}

    /**
     * The path that a text names.
     *
     * @param where the place of the text, for the error, such as {@code preferences.json: libtorch}
     * @throws InputError if the text is not a valid path
     */
    public static Path of(String text, String where) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputError(where + " is not a valid path (" + e.getReason() + "): correct it.", e);
        }
    }
}
