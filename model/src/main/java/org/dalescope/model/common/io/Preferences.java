package org.dalescope.model.common.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.PathParser;
import org.dalescope.model.common.UserFolders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the file of the user's preferences, {@code preferences.json}, which apply to every start of the
 * program. Keys that this version does not know are kept.
 */
public record Preferences(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Preferences standard() {
        return new Preferences(UserFolders.configuration().resolve("preferences.json"));
    }

    /** The folder of the libtorch to use instead of the one that ships with the program. */
    public Optional<Path> libtorch() {
        return Optional.of(read().path("libtorch").asString(""))
                .filter(text -> !text.isBlank())
                .map(text -> PathParser.of(text, file + ": libtorch"));
    }

    /** Sets the folder, or returns to the libtorch that ships with the program. */
    public void libtorch(Optional<Path> folder) {
        ObjectNode all = read();
        folder.ifPresentOrElse(
                path -> all.put("libtorch", path.toAbsolutePath().toString()), () -> all.remove("libtorch"));
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private ObjectNode read() {
        if (!Files.isRegularFile(file)) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new InputError(file + " does not hold a JSON object: correct or delete it.");
        } catch (JacksonException e) {
            throw new InputError(file + " is damaged (" + JsonErrorText.of(e) + "): correct or delete it.", e);
        }
    }
}
