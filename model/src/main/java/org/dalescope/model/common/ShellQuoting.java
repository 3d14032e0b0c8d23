package org.dalescope.model.common;

/** A word of a command line as a shell takes it: quoted where it holds anything a shell might read into. */
public final class ShellQuoting {
    private ShellQuoting() {}

    /** The word, in single quotes where needed. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
