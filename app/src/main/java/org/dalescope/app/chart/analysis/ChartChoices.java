package org.dalescope.app.chart.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was chosen, by the name of the {@link ChartChoice}.
 *
 * @param options nothing where the first option stands
 */
public record ChartChoices(Map<String, String> options) {
    /** The first option of everything. */
    public static final ChartChoices FIRST = new ChartChoices(Map.of());

    public ChartChoices {
        options = Map.copyOf(options);
    }

    /** The same with one choice made otherwise. */
    public ChartChoices with(String name, String option) {
        Map<String, String> more = new HashMap<>(options);
        more.put(name, option);
        return new ChartChoices(more);
    }

    /** The option that counts: the chosen one where there is such a one, else the first; empty where there is none. */
    public String of(ChartChoice choice) {
        String own = options.getOrDefault(choice.name(), "");
        List<String> all = choice.options();
        return all.contains(own) || all.isEmpty() ? own : all.getFirst();
    }
}
