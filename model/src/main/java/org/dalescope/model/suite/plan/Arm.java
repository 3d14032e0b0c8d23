package org.dalescope.model.suite.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.settings.Configuration;

/**
 * An arm in the plan of a suite: one configuration of a fit, which the suite compares with the other arms.
 *
 * @param name name in tables and of the arm's folder
 * @param group the experiment that the arm belongs to; a combination takes one winner from each group
 * @param help purpose of the arm; may be empty
 * @param preset the preset that the configuration is based on
 * @param firstSeeds how many of the plan's seeds the arm is fitted with, the first ones
 */
public record Arm(String name, String group, String help, String preset, Configuration configuration, int firstSeeds) {
    /** As many seeds as the plan has. */
    public static final int ALL_SEEDS = Integer.MAX_VALUE;

    /** An arm that is fitted with all seeds of the plan. */
    public Arm(String name, String group, String help, String preset, Configuration configuration) {
        this(name, group, help, preset, configuration, ALL_SEEDS);
    }

    /** The name of the arm that all others are compared with. */
    public static final String BASE = "base";

    /** The settings that differ from another configuration, as texts by key. */
    public Map<String, String> changesFrom(Configuration other) {
        var schema = Configuration.schema();
        Map<String, Object> values = schema.values(configuration);
        Map<String, Object> others = schema.values(other);
        Map<String, String> changes = new LinkedHashMap<>();
        schema.settings().forEach(setting -> {
            Object value = values.getOrDefault(setting.key(), "");
            if (!value.equals(others.get(setting.key()))) {
                changes.put(setting.key(), setting.format(value));
            }
        });
        return changes;
    }

    /** The same arm with a setting changed. */
    Arm with(String key, String value) {
        return new Arm(name, group, help, preset, configuration.with(key, value), firstSeeds);
    }

    /** Whether the arm is fitted to the same cell types as another, so that their scores can be compared. */
    public boolean fitsSameNeurons(Arm other) {
        return fittedTypes().equals(other.fittedTypes());
    }

    /** The cell types that the arm is fitted to; empty for all. */
    Set<NeuronType> fittedTypes() {
        return Curation.fittedTypes(configuration.data().fittedTypes());
    }

    public boolean isBase() {
        return name.equals(BASE);
    }
}
