package org.dalescope.app.chart;

/** Shortens the names of runs for the labels of any chart. Names often have the same beginning, so the middle is cut out. */
public final class ShortRunName {
    private static final String GAP = "...";

    private ShortRunName() {}

    /**
     * The name, shortened to a maximum number of characters.
     *
     * @param letters the maximum; more than the length of the gap
     */
    public static String of(String name, int letters) {
        if (name.length() <= letters) {
            return name;
        }
        int kept = letters - GAP.length();
        int before = kept / 3;
        return name.substring(0, before) + GAP + name.substring(name.length() - (kept - before));
    }
}
