package org.dalescope.model.common.io;

/** Makes a folder name from any name. */
public final class FolderName {
    private FolderName() {}

    /** The name with a hyphen in place of everything but letters, digits, underscores and hyphens. */
    public static String of(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]+", "-");
    }

    /** The same without hyphens at its ends. */
    public static String trimmed(String name) {
        return of(name).replaceAll("^-+|-+$", "");
    }
}
