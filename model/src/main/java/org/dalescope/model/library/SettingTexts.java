package org.dalescope.model.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the settings of listed runs as texts by dotted key, so that a search can match them. Runs with identical
 * settings share one map in memory.
 */
final class SettingTexts {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byText = new ConcurrentHashMap<>();

    SettingTexts() {
        Configuration.schema().settings().forEach(s -> defaults.put(s.key(), s.defaultText()));
    }

    /** The default settings, for a run whose {@code config.json} cannot be read. */
    Map<String, String> defaults() {
        return Collections.unmodifiableMap(defaults);
    }

    /**
     * Reads {@code config.json}; unknown keys are kept unchanged.
     *
     * @throws InputError if the file cannot be read
     */
    Map<String, String> read(Path file) {
        try {
            return byText.computeIfAbsent(Files.readString(file), this::parse);
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        }
    }

    private Map<String, String> parse(String text) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        collect(MAPPER.readTree(text), "", all);
        all.remove(ConfigurationJson.VERSION);
        return Collections.unmodifiableMap(all);
    }

    private static void collect(JsonNode node, String prefix, Map<String, String> all) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                collect(entry.getValue(), key + ".", all);
            } else if (entry.getValue().isBoolean()) {
                all.put(key, entry.getValue().asBoolean() ? "on" : "off");
            } else {
                all.put(key, entry.getValue().asString(""));
            }
        }
    }
}
