package org.dalescope.model.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A preset of the settings of a fit that ships with the program, as JSON in {@code resources}: changes to the defaults
 * or to another preset.
 *
 * @param help the purpose of the preset and its known scores
 */
public record Preset(String name, String help, Configuration configuration) {
    private static final String FOLDER = "/org/dalescope/presets/";

    /** The presets that ship with the program, with the default first. */
    public static List<Preset> shipped() {
        return names().stream().map(Preset::load).toList();
    }

    private static List<String> names() {
        return read("index")
                .path("presets")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The preset of this name, if it ships with the program. */
    public static Optional<Preset> find(String name) {
        return names().stream().filter(name::equals).findFirst().map(Preset::load);
    }

    /**
     * The preset of this name.
     *
     * @throws InputError if there is no such preset, with the names of all presets
     */
    public static Preset named(String name) {
        return find(name)
                .orElseThrow(() -> new InputError(
                        "There is no preset '" + name + "'. Choose from: " + String.join(", ", names()) + "."));
    }

    private static Preset load(String name) {
        JsonNode json = read(name);
        Configuration base =
                json.has("base") ? load(json.path("base").asString()).configuration() : Configuration.defaults();
        Configuration configuration = ConfigurationJson.apply(json.path("settings"), base, "preset " + name);
        return new Preset(name, json.path("help").asString(), configuration);
    }

    private static JsonNode read(String name) {
        try (InputStream in = Preset.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + FOLDER + name + ".json");
            }
            return JsonMapper.builder().build().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
