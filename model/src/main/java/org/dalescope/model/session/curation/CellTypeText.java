package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.List;

/** Writes corrections of cell types as the text of the setting {@code data.neuron_types}. */
public final class CellTypeText {
    private CellTypeText() {}

    /**
     * The text with the type of some neurons set. Earlier corrections of single neurons among them are replaced. The new
     * ones come last, because the last correction of a neuron counts; neighbouring ids become a range.
     *
     * @param letter E, I or U
     */
    public static String with(String text, List<Integer> ids, char letter) {
        List<String> items = new ArrayList<>();
        for (String item : IdList.items(text)) {
            String id = item.split("=", -1)[0].strip();
            boolean replaced = id.matches("[0-9]{1,9}") && ids.contains(Integer.valueOf(id));
            if (!replaced) {
                items.add(item);
            }
        }
        int[] sorted =
                ids.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        for (int first = 0; first < sorted.length; ) {
            int last = first;
            while (last + 1 < sorted.length && sorted[last + 1] == sorted[last] + 1) {
                last++;
            }
            items.add((first == last ? "" + sorted[first] : sorted[first] + "-" + sorted[last]) + "=" + letter);
            first = last + 1;
        }
        return String.join(", ", items);
    }
}
