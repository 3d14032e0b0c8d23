package org.dalescope.model.run.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.settings.schema.SettingDescription;

/** The short title of a run: its preset, the settings that differ from the preset, and its seed. */
public final class RunTitle {
    private static final int MOST_SETTINGS = 3;

    private RunTitle() {}

    /**
     * The title, such as "default, epochs 600, tau learned unit, seed 1".
     *
     * @param preset name of the preset; the settings are compared with it if it ships with the program
     */
    public static String of(Configuration settings, String preset, long seed) {
        return of(
                Configuration.schema().texts(settings),
                preset,
                Preset.find(preset).map(known -> Configuration.schema().texts(known.configuration())),
                seed);
    }

    /**
     * The title of a run whose settings are known as texts.
     *
     * @param settings texts by dotted key
     * @param known the preset's settings; empty for a preset of the user's own, whose changes are not named
     */
    public static String of(
            Map<String, String> settings, String preset, Optional<Map<String, String>> known, long seed) {
        List<String> parts = new ArrayList<>(List.of(preset));
        List<String> changes = known.stream()
                .flatMap(texts -> SettingDifferences.of(List.of(settings, texts)).stream())
                .filter(row -> settings.containsKey(row.key()))
                .map(row -> "%s %s".formatted(name(row.key()), row.values().getFirst()))
                .toList();
        parts.addAll(changes.subList(0, Math.min(MOST_SETTINGS, changes.size())));
        if (changes.size() > MOST_SETTINGS) {
            int more = changes.size() - MOST_SETTINGS;
            parts.add(more == 1 ? "1 more change" : "%s more changes".formatted(more));
        }
        parts.add("seed %s".formatted(seed));
        return String.join(", ", parts);
    }

    /** The last part of a key in words, with the part before it if two settings share the last part. */
    private static String name(String key) {
        String[] parts = key.split("\\.", -1);
        String last = parts[parts.length - 1];
        boolean isUnique = Configuration.schema().settings().stream()
                        .map(SettingDescription::key)
                        .filter(other -> other.endsWith("." + last))
                        .count()
                == 1;
        String name = isUnique || parts.length < 2 ? last : parts[parts.length - 2] + " " + last;
        return name.replace('_', ' ');
    }
}
