package org.dalescope.model.run.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.common.DecimalParser;

/** Compares runs setting by setting: the settings whose values differ between runs. */
public final class SettingDifferences {
    private SettingDifferences() {}

    /**
     * A setting whose value differs between runs.
     *
     * @param values in the order of the runs; empty if a run has no such setting
     */
    public record Row(String key, List<String> values) {}

    /**
     * Compares the settings of runs.
     *
     * @param runs settings of each run, as texts by dotted key
     * @return in the order of the first run's settings
     */
    public static List<Row> of(List<Map<String, String>> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.keySet()));
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> values =
                    runs.stream().map(run -> run.getOrDefault(key, "")).toList();
            if (new HashSet<>(values.stream().map(SettingDifferences::canonical).toList()).size() > 1) {
                rows.add(new Row(key, values));
            }
        }
        return List.copyOf(rows);
    }

    /**
     * A value for comparison: numbers are equal regardless of notation (0.10 and 1e-1), other texts are compared as
     * they are.
     */
    private static Object canonical(String text) {
        return DecimalParser.boxed(text).<Object>map(number -> number).orElse(text);
    }
}
