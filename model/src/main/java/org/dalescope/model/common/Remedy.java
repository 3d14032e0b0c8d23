package org.dalescope.model.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A change of a setting that resolves a finding about a session or a fit. Because it is a setting, it is recorded with
 * the run.
 *
 * @param setting the key of the setting
 * @param value the value, or what is added to it
 * @param adds whether the setting is a list to which the value is added; its other items stay
 * @param label the text of the button, such as "Leave out neuron 7"
 */
public record Remedy(String setting, String value, boolean adds, String label) {
    /** A remedy that sets a setting. */
    public static Remedy set(String setting, String value, String label) {
        return new Remedy(setting, value, false, label);
    }

    /** A remedy that adds to a setting's list. */
    public static Remedy add(String setting, String value, String label) {
        return new Remedy(setting, value, true, label);
    }

    /** The setting's text after the remedy is applied to its current text. */
    public String appliedTo(String current) {
        if (!adds) {
            return value;
        }
        List<String> all = new ArrayList<>(items(current));
        items(value).stream().filter(item -> !all.contains(item)).forEach(all::add);
        return String.join(",", all);
    }

    /**
     * The setting's text after the remedy is undone.
     *
     * @param otherwise the text to use if the remedy replaces the whole setting
     */
    public String takenFrom(String current, String otherwise) {
        if (!adds) {
            return otherwise;
        }
        List<String> mine = items(value);
        return String.join(
                ",",
                items(current).stream().filter(item -> !mine.contains(item)).toList());
    }

    /** Whether a setting's text contains the remedy. */
    public boolean isIn(String current) {
        return adds ? items(current).containsAll(items(value)) : current.strip().equals(value);
    }

    /** The command-line option that applies the remedy to the setting's current text. */
    public String commandLine(String current) {
        String pair = setting + "=" + appliedTo(current);
        return "--set " + (pair.matches("[A-Za-z0-9_.,=:+-]+") ? pair : "'" + pair.replace("'", "'\\''") + "'");
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
