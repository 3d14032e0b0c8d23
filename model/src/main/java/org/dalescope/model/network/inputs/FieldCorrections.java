package org.dalescope.model.network.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes corrected receptive fields as the text of the setting {@code network.inputs.fields}. */
public final class FieldCorrections {
    /** The key of the setting. */
    public static final String KEY = "network.inputs.fields";

    private FieldCorrections() {}

    /**
     * The text with the receptive field of some neurons set; their earlier corrections are replaced.
     *
     * @param level label of the level, or {@code none}; empty removes the correction
     */
    public static String with(String text, List<Integer> ids, String level) {
        List<String> items = new ArrayList<>(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .filter(item -> ids.stream()
                        .noneMatch(id -> item.split("=", -1)[0].strip().equals(Integer.toString(id))))
                .toList());
        if (!level.isEmpty()) {
            ids.stream().sorted().distinct().map(id -> id + "=" + level).forEach(items::add);
        }
        return String.join(", ", items);
    }
}
