package org.dalescope.app.ui.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.app.ui.configure.ConfigurationState;
import org.dalescope.app.ui.configure.SessionSettingsState;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the state that the window keeps until its next start, as {@code .dalescope/window.json} in the
 * library.
 */
public final class WindowStateFile {
    private static final double MOST_PIXELS = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path folder;
    private final Path file;

    /** The state file of a library. */
    public WindowStateFile(Path library) {
        this.folder = library.resolve(".dalescope");
        this.file = folder.resolve("window.json");
    }

    /**
     * Reads the saved state.
     *
     * @throws InputError if the file exists and is not valid; it is overwritten at the next {@link #write}
     */
    public WindowState read() {
        if (Files.notExists(file)) {
            return WindowState.fresh();
        }
        try {
            return state(JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new InputError(
                    ("The saved state of the window (%s) cannot be read, so the window starts with its defaults. The"
                                    + " file is written again.")
                            .formatted(file),
                    e);
        }
    }

    /** Writes the state, replacing the file as a whole. */
    public void write(WindowState state) {
        AtomicFile.folder(folder);
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(state)) + "\n");
    }

    private static ObjectNode json(WindowState state) {
        ObjectNode root = JSON.createObjectNode();
        state.place().ifPresent(place -> root.putObject("place")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised()));
        state.sides().forEach(root.putArray("sides")::add);
        state.tabs().forEach(root.putArray("tabs")::add);
        state.second().forEach(root.putArray("second_half")::add);
        state.notBegun().forEach(root.putArray("not_begun")::add);
        ObjectNode looks = root.putObject("looks");
        new TreeMap<>(state.looks()).forEach(looks::put);
        state.dark().ifPresent(dark -> root.put("dark", dark));
        root.put("font_percent", state.fontPercent());
        state.recent().forEach(root.putArray("recent")::add);
        state.configuration().ifPresent(c -> {
            ObjectNode form = root.putObject("configuration")
                    .put("preset", c.preset())
                    .put("seed", c.seed())
                    .put("split", c.split())
                    .put("split_file", c.splitFile());
            ObjectNode texts = form.putObject("changed");
            c.texts().forEach(texts::put);
        });
        put(state.sessionSettings(), root);
        var mappings = root.putArray("mappings");
        state.mappings().forEach(one -> {
            ObjectNode applied = mappings.addObject()
                    .put("session", one.session().toString())
                    .put("sha256", one.sha256());
            one.mapping().ifPresent(mapping -> applied.put("mapping", mapping.toString()));
        });
        return root;
    }

    private static void put(SessionSettingsState state, ObjectNode root) {
        ObjectNode settings =
                root.putObject("session_settings").put("sha256", state.sha256()).put("name", state.name());
        var kept = settings.putArray("kept");
        state.kept().forEach(one -> {
            ObjectNode texts = kept.addObject()
                    .put("sha256", one.sha256())
                    .put("name", one.name())
                    .putObject("settings");
            new TreeMap<>(one.texts()).forEach(texts::put);
        });
    }

    private static SessionSettingsState sessionSettings(JsonNode settings) {
        return new SessionSettingsState(
                settings.path("sha256").asString(""),
                settings.path("name").asString(""),
                settings.path("kept")
                        .valueStream()
                        .map(one -> new SessionSettingsState.Kept(
                                one.path("sha256").asString(""),
                                one.path("name").asString(""),
                                ofSession(byName(one.path("settings")))))
                        .toList());
    }

    private static Map<String, String> ofSession(Map<String, String> texts) {
        texts.entrySet().removeIf(e -> e.getKey().equals(SessionSettingsState.SPLIT) && !isPath(e.getValue()));
        return texts;
    }

    private static List<AppliedMapping> mappings(JsonNode array) {
        return array.valueStream().flatMap(one -> mapping(one).stream()).toList();
    }

    /** An entry without a mapping belongs to a file that is to be read as it is guessed. */
    private static Optional<AppliedMapping> mapping(JsonNode one) {
        boolean isGuessed = one.path("mapping").isMissingNode();
        Optional<Path> session = path(one.path("session"));
        Optional<Path> mapping = path(one.path("mapping"));
        return session.isEmpty() || (mapping.isEmpty() && !isGuessed)
                ? Optional.empty()
                : Optional.of(
                        new AppliedMapping(session.get(), one.path("sha256").asString(""), mapping));
    }

    /** A path; empty if the text is no valid path, as in a file that was edited by hand. */
    private static Optional<Path> path(JsonNode text) {
        return Optional.of(text.asString(""))
                .filter(path -> !path.isEmpty() && isPath(path))
                .map(Path::of);
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static WindowState state(JsonNode root) {
        int font = root.path("font_percent").asInt(100);
        return new WindowState(
                place(root.path("place")),
                sides(root.path("sides")),
                texts(root.path("tabs")),
                texts(root.path("second_half")),
                root.path("dark").isBoolean() ? Optional.of(root.path("dark").asBoolean()) : Optional.empty(),
                Appearance.FONT_PERCENTS.contains(font) ? font : 100,
                texts(root.path("recent")).stream()
                        .filter(WindowStateFile::isPath)
                        .toList(),
                configuration(root.path("configuration")),
                sessionSettings(root.path("session_settings")),
                mappings(root.path("mappings")),
                texts(root.path("not_begun")),
                byName(root.path("looks")));
    }

    private static Map<String, String> byName(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
        return texts;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Optional<WindowState.Place> place(JsonNode place) {
        double width = place.path("width").asDouble(0);
        double height = place.path("height").asDouble(0);
        return width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new WindowState.Place(
                        place.path("x").asDouble(0),
                        place.path("y").asDouble(0),
                        width,
                        height,
                        place.path("maximised").asBoolean(false)));
    }

    private static List<Double> sides(JsonNode array) {
        List<Double> sides = new ArrayList<>();
        array.forEach(n -> sides.add(n.asDouble(0)));
        return sides.size() == 2 && sides.stream().allMatch(n -> n >= 1 && n < MOST_PIXELS) ? sides : List.of();
    }

    private static Optional<ConfigurationState> configuration(JsonNode form) {
        if (!form.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new ConfigurationState(
                form.path("preset").asString(""),
                byName(form.path("changed")),
                form.path("seed").asString("1"),
                form.path("split").asString(""),
                path(form.path("split_file")).map(Path::toString).orElse("")));
    }
}
