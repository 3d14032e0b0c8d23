package org.dalescope.model.suite.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.model.settings.Configuration;

/**
 * One way of fitting, which a suite compares with the others.
 *
 * @param name in tables and as a folder
 * @param group the experiment it belongs to, from which winners are picked together
 * @param help what it is there for; may be empty
 * @param preset the preset it started from
 */
public record Arm(String name, String group, String help, String preset, Configuration configuration) {
    /** Name of the arm that all others are compared with. */
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
        return new Arm(name, group, help, preset, configuration.with(key, value));
    }

    public boolean isBase() {
        return name.equals(BASE);
    }
}
