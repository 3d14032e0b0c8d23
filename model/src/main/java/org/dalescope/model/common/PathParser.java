package org.dalescope.model.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that come from files and words of a person: not every text can be one. */
public final class PathParser {
    private PathParser() {}

    /**
     * The path that a text names.
     *
     * @param where it stands, for the sentence: {@code preferences.json: libtorch}
     * @throws InputError where no path can be written so
     */
    public static Path of(String text, String where) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputError(where + " cannot be a path (" + e.getReason() + "): correct it.", e);
        }
    }
}
