package org.dalescope.model.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A setting that does something about a finding; because it is a setting, it is recorded with the run.
 *
 * @param setting its key
 * @param value the value, or what is added to it
 * @param adds whether the setting is a list to which the value is added; what else it holds stays
 * @param label what a button says, such as "Leave out neuron 7"
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

    /** The setting's text once the remedy is applied to what it is now. */
    public String appliedTo(String current) {
        if (!adds) {
            return value;
        }
        List<String> all = new ArrayList<>(items(current));
        items(value).stream().filter(item -> !all.contains(item)).forEach(all::add);
        return String.join(",", all);
    }

    /**
     * The setting's text once the remedy is taken back.
     *
     * @param otherwise what the setting is where the remedy does not set it
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

    /** Whether a setting's text has the remedy in it. */
    public boolean isIn(String current) {
        return adds ? items(current).containsAll(items(value)) : current.strip().equals(value);
    }

    /** As the command line takes it, on top of what the setting is now. */
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
