package org.dalescope.app.ui.palette;

import java.util.Arrays;
import java.util.Locale;

/**
 * An entry of the command palette that can be found and run.
 *
 * @param kind such as "action" or "setting"
 * @param title the title of the entry
 * @param detail further text that the search covers
 * @param act runs on the window's thread
 */
public record PaletteEntry(String kind, String title, String detail, Runnable act) {
    /** How well the entry matches a query: 0 for no match, larger is better. */
    int rank(String query) {
        String wanted = query.toLowerCase(Locale.ROOT).strip();
        String name = title.toLowerCase(Locale.ROOT);
        String all = name + " " + kind.toLowerCase(Locale.ROOT) + " " + detail.toLowerCase(Locale.ROOT);
        if (!Arrays.stream(wanted.split("\\s+", -1)).allMatch(all::contains)) {
            return 0;
        }
        return name.startsWith(wanted) ? 3 : name.contains(wanted) ? 2 : 1;
    }
}
