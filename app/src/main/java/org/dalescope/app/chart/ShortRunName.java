package org.dalescope.app.chart;

/** Names of runs where there is little room: their beginnings are often alike, so what is cut out lies in the middle. */
public final class ShortRunName {
    private static final String GAP = "...";

    private ShortRunName() {}

    /**
     * A name of so many letters at most.
     *
     * @param letters more than the gap has
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
