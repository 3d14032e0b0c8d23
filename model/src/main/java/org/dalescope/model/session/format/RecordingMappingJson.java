package org.dalescope.model.session.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.CellTypeChoice;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.RecordingMapping.EventChannel;
import org.dalescope.model.session.RecordingMapping.OneHot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes mappings as JSON, here those of recordings; {@code docs/formats.md} describes the keys. */
final class RecordingMappingJson {
    private static final Set<String> KEYS = Set.of(
            "kind",
            "trials",
            "align",
            "window_ms",
            "bin_ms",
            "time_unit",
            "quality",
            "exclude_units",
            "cell_type",
            "factors",
            "events",
            "series",
            "one_hot");
    private static final Map<String, Double> UNITS = Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

    private final JsonNode json;
    private final String where;

    private RecordingMappingJson(JsonNode json, String where) {
        this.json = json;
        this.where = where;
    }

    static ObjectNode write(RecordingMapping mapping, ObjectNode to) {
        to.put("kind", mapping.kind());
        mapping.trials().ifPresent(path -> to.put("trials", path));
        mapping.align().ifPresent(column -> to.put("align", column));
        if (mapping.windowStartMs().isPresent() && mapping.windowEndMs().isPresent()) {
            to.putArray("window_ms")
                    .add(mapping.windowStartMs().get())
                    .add(mapping.windowEndMs().get());
        }
        mapping.binMs().ifPresent(ms -> to.put("bin_ms", ms));
        if (mapping.spikeUnitS().isPresent() || mapping.trialUnitS().isPresent()) {
            ObjectNode unit = to.putObject("time_unit");
            mapping.spikeUnitS().ifPresent(s -> unit.put("spikes_s", s));
            mapping.trialUnitS().ifPresent(s -> unit.put("trials_s", s));
        }
        if (!mapping.quality().isEmpty()) {
            strings(to.putArray("quality"), mapping.quality());
        }
        ObjectNode excluded = to.putObject("exclude_units");
        mapping.excludedUnits().forEach((column, values) -> strings(excluded.putArray(column), values));
        ObjectNode type = to.putObject("cell_type");
        mapping.typeColumn().ifPresent(column -> type.put("column", column));
        ObjectNode words = type.putObject("words");
        mapping.types().forEach((word, choice) -> words.put(word, choice.text()));
        mapping.narrowBelow().ifPresent(threshold -> type.put("narrow_below", threshold));
        mapping.factors().ifPresent(factors -> strings(to.putArray("factors"), factors));
        mapping.events().ifPresent(events -> {
            ArrayNode array = to.putArray("events");
            for (EventChannel event : events) {
                ObjectNode one = array.addObject().put("name", event.name()).put("on", event.on());
                event.off().ifPresent(off -> one.put("off", off));
            }
        });
        mapping.series().ifPresent(series -> strings(to.putArray("series"), series));
        mapping.oneHots().ifPresent(oneHots -> {
            ArrayNode array = to.putArray("one_hot");
            oneHots.forEach(
                    one -> strings(array.addObject().put("factor", one.factor()).putArray("during"), one.during()));
        });
        return to;
    }

    static RecordingMapping read(JsonNode json, String where) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw new InputError(where + " has the unknown key \"" + entry.getKey() + "\": the keys of such a"
                        + " mapping are "
                        + String.join(", ", KEYS.stream().sorted().toList()) + ".");
            }
        }
        return new RecordingMappingJson(json, where).mapping();
    }

    private RecordingMapping mapping() {
        List<Double> window = json.has("window_ms")
                ? json.path("window_ms")
                        .valueStream()
                        .map(value -> number(value, "window_ms"))
                        .toList()
                : List.of();
        if (!window.isEmpty() && (window.size() != 2 || window.get(0) >= window.get(1))) {
            throw wrong("window_ms", "two numbers, start before end, such as [-200, 2000]");
        }
        JsonNode type = json.path("cell_type");
        return new RecordingMapping(
                string("trials"),
                string("align"),
                window.stream().findFirst(),
                window.stream().skip(1).findFirst(),
                positive(json.path("bin_ms"), "bin_ms"),
                timeUnit("spikes_s"),
                timeUnit("trials_s"),
                list("quality").map(list -> strings(list, "quality")).orElse(List.of()),
                excluded(),
                type.has("column") ? Optional.of(string(type.path("column"), "cell_type.column")) : Optional.empty(),
                words(type.path("words")),
                positive(type.path("narrow_below"), "cell_type.narrow_below"),
                list("factors").map(list -> strings(list, "factors")),
                list("events").map(list -> list.stream().map(this::event).toList()),
                list("series").map(list -> strings(list, "series")),
                list("one_hot").map(list -> list.stream().map(this::oneHot).toList()));
    }

    /**
     * The time unit: either one for all times (a name or a number of seconds) or an object with one each for spikes and
     * trials.
     */
    private Optional<Double> timeUnit(String key) {
        JsonNode unit = json.path("time_unit");
        JsonNode value = unit.isObject() ? unit.path(key) : unit;
        if (value.isString()) {
            Double seconds = UNITS.get(value.asString());
            if (seconds == null) {
                throw wrong("time_unit", "\"s\", \"ms\", \"us\", \"ns\" or a number of seconds");
            }
            return Optional.of(seconds);
        }
        return positive(value, "time_unit");
    }

    private Map<String, List<String>> excluded() {
        Map<String, List<String>> excluded = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("exclude_units").properties()) {
            excluded.put(entry.getKey(), strings(entry.getValue().valueStream().toList(), "exclude_units"));
        }
        return excluded;
    }

    private Map<String, CellTypeChoice> words(JsonNode words) {
        Map<String, CellTypeChoice> choices = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : words.properties()) {
            choices.put(
                    entry.getKey(),
                    CellTypeChoice.of(string(entry.getValue(), "cell_type.words"))
                            .orElseThrow(() -> wrong("cell_type.words", CellTypeChoice.all())));
        }
        return choices;
    }

    private EventChannel event(JsonNode event) {
        String on = string(event.path("on"), "events.on");
        return new EventChannel(
                event.path("name").asString(on),
                on,
                event.has("off") ? Optional.of(string(event.path("off"), "events.off")) : Optional.empty());
    }

    private OneHot oneHot(JsonNode oneHot) {
        return new OneHot(
                string(oneHot.path("factor"), "one_hot.factor"),
                strings(oneHot.path("during").valueStream().toList(), "one_hot.during"));
    }

    private Optional<List<JsonNode>> list(String key) {
        if (!json.has(key)) {
            return Optional.empty();
        }
        if (!json.path(key).isArray()) {
            throw wrong(key, "a list");
        }
        return Optional.of(json.path(key).valueStream().toList());
    }

    private List<String> strings(List<JsonNode> values, String key) {
        List<String> strings = new ArrayList<>();
        values.forEach(value -> strings.add(string(value, key)));
        return List.copyOf(strings);
    }

    private Optional<String> string(String key) {
        return json.has(key) ? Optional.of(string(json.path(key), key)) : Optional.empty();
    }

    private String string(JsonNode value, String key) {
        if (!value.isValueNode() || value.isNull()) {
            throw wrong(key, "text");
        }
        return value.asString();
    }

    private double number(JsonNode value, String key) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw wrong(key, "a number");
        }
        return value.asDouble();
    }

    private Optional<Double> positive(JsonNode value, String key) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        double number = number(value, key);
        if (number <= 0) {
            throw wrong(key, "a number above 0");
        }
        return Optional.of(number);
    }

    private InputError wrong(String key, String expected) {
        return new InputError(where + ": \"" + key + "\" must be " + expected + ": correct the mapping.");
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
