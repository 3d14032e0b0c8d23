package org.dalescope.model.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.store.RunFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person wrote to a run: {@code notes.json} in its folder, so that it goes where the run goes.
 *
 * @param tags single words or phrases, without commas
 * @param note any text
 * @param pinned whether it stays on top of every list
 */
public record RunNotes(List<String> tags, String note, boolean pinned) {
    /** Of a run to which nobody wrote anything. */
    public static final RunNotes NONE = new RunNotes(List.of(), "", false);

    private static final int SCHEMA = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public RunNotes {
        tags = List.copyOf(tags);
    }

    /** Where they lie. */
    public static Path file(RunFolder run) {
        return run.folder().resolve("notes.json");
    }

    /** The same with the tags of a line such as "good, figure 2". */
    public RunNotes withTags(String line) {
        List<String> words = Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return new RunNotes(words, note, pinned);
    }

    /** The same with another note. */
    public RunNotes withNote(String text) {
        return new RunNotes(tags, text.strip(), pinned);
    }

    /** The same, pinned or not. */
    public RunNotes withPinned(boolean now) {
        return new RunNotes(tags, note, now);
    }

    /** The tags in one line, as {@link #withTags} reads them. */
    public String tagLine() {
        return String.join(", ", tags);
    }

    /** Reads a run's notes; none where there is no file. Fails as Jackson fails where it is damaged. */
    static RunNotes parse(Path file) {
        JsonNode root = MAPPER.readTree(file.toFile());
        return new RunNotes(
                root.path("tags").valueStream().map(tag -> tag.asString("")).toList(),
                root.path("note").asString(""),
                root.path("pinned").asBoolean(false));
    }

    /**
     * Reads a run's notes, none where there are none.
     *
     * @throws InputError where they are damaged
     */
    public static RunNotes read(RunFolder run) {
        Path file = file(run);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return parse(file);
        } catch (JacksonException e) {
            throw new InputError(file + " is damaged: correct it in an editor, or delete it to write new tags.", e);
        }
    }

    /**
     * Writes them into a run's folder.
     *
     * @throws InputError where their place is taken by something else
     * @throws StorageError where it cannot be written
     */
    public void write(RunFolder run) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        ArrayNode list = root.putArray("tags");
        tags.forEach(list::add);
        root.put("note", note);
        root.put("pinned", pinned);
        try {
            AtomicFile.write(file(run), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (StorageError failed) {
            throw new StorageError("Tags and notes are kept in the run's folder: " + failed.sentence(), failed);
        } catch (InputError denied) {
            throw new InputError(
                    "Tags and notes are kept in the run's folder, and " + run.folder()
                            + " cannot be written: change its permissions, or copy the run to a folder of your own.",
                    denied);
        }
    }
}
