package org.dalescope.app.window.theme;

/** How narrow a table's column may become. */
public final class ColumnWidth {
    private static final double PADDING = 20;
    private static final double LETTER = 7.5;

    private ColumnWidth() {}

    /** So that its title is not cut, px. */
    public static double least(String title) {
        return PADDING + LETTER * title.length();
    }
}
