package org.dalescope.model.session.quality;

import org.dalescope.model.session.curation.IdList;

/** Lists of ids in sentences: all where they are few, ranges and an end where they are many. */
public final class IdSentences {
    private static final int MOST_LETTERS = 60;

    private IdSentences() {}

    /** Such as "neuron 7" or "neurons 3, 7-9". */
    public static String of(String what, int[] ids) {
        return what + (ids.length == 1 ? " " : "s ") + list(ids);
    }

    /** Such as "3, 7-9, 12 ...". */
    public static String list(int[] ids) {
        String all = IdList.of(ids).text().replace(",", ", ");
        if (all.length() <= MOST_LETTERS) {
            return all;
        }
        return all.substring(0, all.lastIndexOf(',', MOST_LETTERS)) + " ...";
    }
}
