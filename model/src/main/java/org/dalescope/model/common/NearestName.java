package org.dalescope.model.common;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** A text helper that finds the name that is nearest to a mistyped one. */
public final class NearestName {
    private NearestName() {}

    /**
     * The candidate with the fewest letters changed, added or dropped.
     *
     * @param candidates at least one
     */
    public static String to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> editDistance(word, candidate)))
                .orElseThrow();
    }

    /** A phrase that names the candidate nearest to a word, ignoring case; empty if there are no candidates. */
    public static String hint(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(
                        candidate -> editDistance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
                .map(nearest -> " (the nearest name is '" + nearest + "')")
                .orElse("");
    }

    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
