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
 * The user's notes on a run, which the list of runs shows: tags, text and pin. They are stored as {@code notes.json} in
 * the run folder, so that they move with the run.
 *
 * @param tags single words or phrases, without commas
 * @param note any text
 * @param pinned true if the run stays at the top of every list
 */
public record RunNotes(List<String> tags, String note, boolean pinned) {
    /** The notes of a run without notes. */
    public static final RunNotes NONE = new RunNotes(List.of(), "", false);

    private static final int SCHEMA = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public RunNotes {
        tags = List.copyOf(tags);
    }

    /** The file of the notes. */
    public static Path file(RunFolder run) {
        return run.folder().resolve("notes.json");
    }

    /** The same notes with the tags of a line such as "good, figure 2". */
    public RunNotes withTags(String line) {
        List<String> words = Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return new RunNotes(words, note, pinned);
    }

    /** The same notes with another text. */
    public RunNotes withNote(String text) {
        return new RunNotes(tags, text.strip(), pinned);
    }

    /** The same notes, pinned or not. */
    public RunNotes withPinned(boolean now) {
        return new RunNotes(tags, note, now);
    }

    /** The tags in one line, as {@link #withTags} reads them. */
    public String tagLine() {
        return String.join(", ", tags);
    }

    /** Reads the notes of a run; none if there is no file. If the file is damaged, Jackson's exception is thrown. */
    static RunNotes parse(Path file) {
        JsonNode root = MAPPER.readTree(file.toFile());
        return new RunNotes(
                root.path("tags").valueStream().map(tag -> tag.asString("")).toList(),
                root.path("note").asString(""),
                root.path("pinned").asBoolean(false));
    }

    /**
     * Reads the notes of a run; none if there is no file.
     *
     * @throws InputError if the file is damaged
     */
    public static RunNotes read(RunFolder run) {
        Path file = file(run);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return parse(file);
        } catch (JacksonException e) {
            throw new InputError(file + " is damaged: correct it in an editor, or delete it to write new notes.", e);
        }
    }

    /**
     * Writes the notes into a run folder.
     *
     * @throws InputError if something else occupies the file's place
     * @throws StorageError if the file cannot be written
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
