package org.dalescope.model.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.settings.schema.SettingDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes all settings of a fit as nested JSON objects with the same keys as the command line. */
public final class ConfigurationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ConfigurationJson() {}

    /**
     * The version of the settings. It is raised whenever a setting changes its name or its meaning; {@link #read} then
     * translates older files.
     */
    private static final int SCHEMA = 1;

    /** The key of the version of a file, which is not a setting. */
    public static final String VERSION = "schema";

    /** All settings as the text of a separate file, with the version of the settings. */
    public static String text(Configuration configuration) {
        ObjectNode root = MAPPER.createObjectNode().put(VERSION, SCHEMA);
        root.setAll(write(configuration));
        return root.toPrettyString() + "\n";
    }

    /** All settings of a configuration. */
    public static ObjectNode write(Configuration configuration) {
        ObjectNode root = MAPPER.createObjectNode();
        var schema = Configuration.schema();
        Map<String, Object> values = schema.values(configuration);
        for (SettingDescription setting : schema.settings()) {
            put(root, setting, values.getOrDefault(setting.key(), setting.defaultText()));
        }
        return root;
    }

    /**
     * The base configuration with the settings that a JSON object names; other settings stay.
     *
     * @param where the name of the source in errors
     */
    public static Configuration apply(JsonNode json, Configuration base, String where) {
        Map<String, String> changes = new LinkedHashMap<>();
        collect(json, "", where, changes);
        try {
            return base.with(changes);
        } catch (InputError refusal) {
            throw new InputError(where + ": " + refusal.sentence(), refusal);
        }
    }

    /** Reads a configuration file. Settings that the file does not name keep the values of the base. */
    public static Configuration read(Path file, Configuration base) {
        try {
            JsonNode json = MAPPER.readTree(Files.readString(file));
            if (!(json instanceof ObjectNode settings)) {
                throw new InputError(file + " is not a configuration: it must hold one JSON object with settings.");
            }
            checkSchema(settings.remove(VERSION), file);
            return apply(settings, base, file.toString());
        } catch (IOException e) {
            throw new StorageError("Configuration file " + file + " cannot be read: check that it exists.", e);
        } catch (JacksonException e) {
            throw new InputError(
                    "Configuration file " + file + " is not valid JSON (" + JsonErrorText.of(e)
                            + "): correct it there.",
                    e);
        }
    }

    /**
     * Files that were written by hand or before the version existed have none: their settings have the current meaning.
     */
    private static void checkSchema(@Nullable JsonNode schema, Path file) {
        if (schema == null) {
            return;
        }
        if (!schema.isInt() || schema.intValue() < 1) {
            throw new InputError(file + ": '" + VERSION + "' must be a whole number of at least 1, or be left out.");
        }
        if (schema.intValue() > SCHEMA) {
            throw new InputError(file + " was written by a newer Dalescope, whose settings have another meaning"
                    + " (schema "
                    + schema.intValue() + ", here " + SCHEMA + "): update the program to open it.");
        }
    }

    private static void collect(JsonNode json, String prefix, String where, Map<String, String> changes) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                collect(value, key + ".", where, changes);
            } else if (value.isValueNode() && !value.isNull()) {
                changes.put(key, value.asString());
            } else {
                throw new InputError("Setting " + key + " in " + where + " must be a single value.");
            }
        }
    }

    private static void put(ObjectNode root, SettingDescription setting, Object value) {
        String[] path = setting.key().split("\\.", -1);
        ObjectNode node = root;
        for (int i = 0; i < path.length - 1; i++) {
            node = node.withObjectProperty(path[i]);
        }
        String name = path[path.length - 1];
        switch (value) {
            case Integer whole -> node.put(name, whole);
            case Double real -> node.put(name, real);
            case Boolean on -> node.put(name, on);
            default -> node.put(name, setting.format(value));
        }
    }
}
