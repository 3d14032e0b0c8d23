package org.dalescope.model.session.quality;

import org.dalescope.model.session.curation.IdList;

/**
 * Formats lists of ids for the findings of a quality check: ids as numbers and ranges, and cut off if there are many.
 */
public final class IdSentences {
    private static final int MOST_LETTERS = 60;

    private IdSentences() {}

    /** A phrase such as "neuron 7" or "neurons 3, 7-9". */
    public static String of(String what, int[] ids) {
        return what + (ids.length == 1 ? " " : "s ") + list(ids);
    }

    /** A list such as "3, 7-9, 12 ...". */
    public static String list(int[] ids) {
        String all = IdList.of(ids).text().replace(",", ", ");
        if (all.length() <= MOST_LETTERS) {
            return all;
        }
        return all.substring(0, all.lastIndexOf(',', MOST_LETTERS)) + " ...";
    }
}
