package org.dalescope.model.session.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The name that a person may have meant. */
final class Nearest {
    private Nearest() {}

    /** A phrase with the nearest name, or all of them if they are few; empty where there is none. */
    static String hint(String name, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(
                        known -> distance(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT))))
                .map(nearest -> " (the nearest name is '" + nearest + "')")
                .orElse("");
    }

    /** Letters to change, add or take away. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        java.util.Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
