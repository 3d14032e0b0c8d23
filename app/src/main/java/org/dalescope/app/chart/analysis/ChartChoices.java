package org.dalescope.app.chart.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options that the user chose in the charts of an analysis, by the name of the {@link ChartChoice}.
 *
 * @param options no entry for a choice with its first option
 */
public record ChartChoices(Map<String, String> options) {
    /** The first option of every choice. */
    public static final ChartChoices FIRST = new ChartChoices(Map.of());

    public ChartChoices {
        options = Map.copyOf(options);
    }

    /** The same choices with one option changed. */
    public ChartChoices with(String name, String option) {
        Map<String, String> more = new HashMap<>(options);
        more.put(name, option);
        return new ChartChoices(more);
    }

    /** The effective option: the chosen one if it exists, otherwise the first; empty if there are no options. */
    public String of(ChartChoice choice) {
        String own = options.getOrDefault(choice.name(), "");
        List<String> all = choice.options();
        return all.contains(own) || all.isEmpty() ? own : all.getFirst();
    }
}
