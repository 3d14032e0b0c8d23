package org.dalescope.model.suite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.settings.Preset;
import tools.jackson.databind.JsonNode;

/**
 * Reads the arms of a suite plan.
 *
 * @param base the arm that the others are derived from
 * @param all all arms, the base first
 */
record PlanArmReader(Arm base, List<Arm> all) {
    private static final Set<String> KEYS = Set.of("name", "help", "preset", "settings", "grid", "first_seeds");

    /** All arms of a plan, with grids expanded. */
    static PlanArmReader of(JsonNode plan, String where) {
        String preset = plan.path("preset").asString("default");
        Configuration configuration = changed(plan, preset(preset, where), where + ", settings");
        Arm base = new Arm(Arm.BASE, "", "The arm with which the other arms are compared.", preset, configuration);
        List<Arm> all = new ArrayList<>(List.of(base));
        all.addAll(new PlanArmReader(base, List.of())
                .others(plan, plan.path("name").asString(where)));
        return new PlanArmReader(base, List.copyOf(all));
    }

    /** The arms of a plan, derived from this base. */
    List<Arm> others(JsonNode plan, String group) {
        List<Arm> arms = new ArrayList<>();
        for (JsonNode json : list(plan, "arms", group)) {
            PlanReader.known(json, KEYS, "plan " + group + ", an arm");
            String name = json.path("name").asString("");
            String where = "plan " + group + ", arm '" + name + "'";
            Configuration from =
                    json.has("preset") ? preset(json.path("preset").asString(""), where) : base.configuration();
            String preset = json.has("preset") ? json.path("preset").asString("") : base.preset();
            Arm arm = new Arm(
                    name,
                    group,
                    json.path("help").asString(""),
                    preset,
                    changed(json, from, where),
                    firstSeeds(json, where));
            arms.addAll(json.has("grid") ? grid(arm, json.path("grid"), where) : List.of(arm));
        }
        return arms;
    }

    private static int firstSeeds(JsonNode json, String where) {
        JsonNode seeds = json.path("first_seeds");
        if (seeds.isMissingNode()) {
            return Arm.ALL_SEEDS;
        }
        if (!seeds.isIntegralNumber() || seeds.asInt(0) < 1) {
            throw new InputError(where + ": \"first_seeds\" must be a whole number of at least 1.");
        }
        return seeds.asInt(0);
    }

    /** One arm for every combination of the values, in the order of the file. */
    private static List<Arm> grid(Arm arm, JsonNode grid, String where) {
        List<Arm> arms = List.of(arm);
        for (Map.Entry<String, JsonNode> axis : grid.properties()) {
            List<JsonNode> values = list(grid, axis.getKey(), where);
            if (values.isEmpty()) {
                throw new InputError(where + ": the grid has no values for " + axis.getKey() + ": add at least one.");
            }
            arms = arms.stream()
                    .flatMap(before -> values.stream().map(value -> step(before, axis.getKey(), value, where)))
                    .toList();
        }
        return arms;
    }

    private static Arm step(Arm before, String key, JsonNode value, String where) {
        String text = value.asString("");
        String name = before.name() + "," + key.substring(key.lastIndexOf('.') + 1) + "=" + text;
        try {
            return new Arm(
                    name,
                    before.group(),
                    before.help(),
                    before.preset(),
                    before.configuration().with(key, text),
                    before.firstSeeds());
        } catch (InputError refusal) {
            throw new InputError(where + ": " + refusal.sentence(), refusal);
        }
    }

    private static Configuration changed(JsonNode json, Configuration from, String where) {
        JsonNode settings = json.path("settings");
        if (settings.isMissingNode()) {
            return from;
        }
        if (!settings.isObject()) {
            throw new InputError(where + ": \"settings\" must be a JSON object with settings and their values.");
        }
        return ConfigurationJson.apply(settings, from, where);
    }

    private static Configuration preset(String name, String where) {
        try {
            return Preset.named(name).configuration();
        } catch (InputError refusal) {
            throw new InputError(where + ": " + refusal.sentence(), refusal);
        }
    }

    /** The entries of an array; an empty list if the array is missing. */
    static List<JsonNode> list(JsonNode json, String key, String where) {
        JsonNode array = json.path(key);
        if (array.isMissingNode()) {
            return List.of();
        }
        if (!array.isArray()) {
            throw new InputError(where + ": \"" + key + "\" must be a JSON array.");
        }
        return array.valueStream().toList();
    }
}
