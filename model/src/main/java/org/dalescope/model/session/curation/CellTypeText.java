package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes corrections of cell types as the text of the setting {@code data.neuron_types}. */
public final class CellTypeText {
    private CellTypeText() {}

    /**
     * The text with the type of some neurons set. Earlier corrections of the same neurons are replaced; neighbouring
     * ids of one type become a range.
     *
     * @param letter E, I or U
     */
    public static String with(String text, List<Integer> ids, char letter) {
        TreeMap<Integer, String> single = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        for (String item : IdList.items(text)) {
            String[] sides = item.split("=", -1);
            if (sides.length == 2 && sides[0].strip().matches("[0-9]{1,9}")) {
                single.put(Integer.parseInt(sides[0].strip()), sides[1].strip());
            } else {
                kept.add(item);
            }
        }
        ids.forEach(id -> single.put(id, String.valueOf(letter)));
        int[] sorted = single.keySet().stream().mapToInt(Integer::intValue).toArray();
        for (int first = 0; first < sorted.length; ) {
            int last = first;
            String type = single.getOrDefault(sorted[first], "");
            while (last + 1 < sorted.length
                    && sorted[last + 1] == sorted[last] + 1
                    && type.equals(single.getOrDefault(sorted[last + 1], ""))) {
                last++;
            }
            kept.add(first == last ? sorted[first] + "=" + type : sorted[first] + "-" + sorted[last] + "=" + type);
            first = last + 1;
        }
        return String.join(", ", kept);
    }
}
