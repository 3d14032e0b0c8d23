package org.dalescope.app.ui.palette;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something that can be found and done.
 *
 * @param kind such as "action" or "setting"
 * @param title what is read first
 * @param detail what else it is found by
 * @param act runs on the window's thread
 */
public record PaletteEntry(String kind, String title, String detail, Runnable act) {
    /** How well it answers a query: 0 not at all, more is better. */
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
