package org.dalescope.model.session.split;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.session.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes splits as JSON: {@code {"train": [...], "validation": [...], "test": [...]}} of zero-based trial
 * positions, with the ids of the same trials in {@code train_ids} and so on. Either is enough; if both are present,
 * they must agree.
 */
public final class SplitFile {
    private static final String IDS = "_ids";

    private SplitFile() {}

    /** Writes a split of a session atomically. */
    public static void write(Path file, Split split, Session session) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("origin", split.origin());
        root.put("session", session.name());
        root.put("session_sha256", session.source().sha256());
        root.put("hash", split.hash());
        Map<Integer, Integer> positions = session.positions();
        for (Partition partition : Partition.values()) {
            ArrayNode array = root.putArray(partition.key());
            Arrays.stream(split.trials(partition)).map(positions::get).forEach(array::add);
        }
        for (Partition partition : Partition.values()) {
            ArrayNode array = root.putArray(partition.key() + IDS);
            Arrays.stream(split.trials(partition)).forEach(array::add);
        }
        AtomicFile.write(file, root.toPrettyString() + "\n");
    }

    /**
     * Reads a split of a session.
     *
     * @throws InputError if the file is not valid or names a trial that the session does not have
     */
    public static Split read(Path file, Session session) {
        JsonNode json = json(file);
        Split split = new Split(
                file.toString(),
                part(json, Partition.TRAIN, file, session),
                part(json, Partition.VALIDATION, file, session),
                part(json, Partition.TEST, file, session));
        String hash = json.path("hash").asString("");
        if (!hash.isEmpty() && !hash.equals(split.hash())) {
            throw new InputError(
                    "Split file " + file + " was changed after it was written (its hash differs): if the change is"
                            + " intended, remove 'hash' from the file.");
        }
        return split;
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new StorageError(
                    "Split file " + file + " cannot be read: check that it exists and is a text file.", e);
        } catch (JacksonException e) {
            throw new InputError(
                    "Split file " + file + " is not valid JSON (" + JsonErrorText.of(e) + "): correct it there.", e);
        }
    }

    private static int[] part(JsonNode json, Partition partition, Path file, Session session) {
        String name = partition.key();
        Optional<int[]> ids = numbers(json, name + IDS, file);
        Optional<int[]> byPosition = numbers(json, name, file).map(positions -> Arrays.stream(positions)
                .map(position -> id(position, name, file, session))
                .toArray());
        if (ids.isPresent() && byPosition.isPresent() && !Arrays.equals(ids.get(), byPosition.get())) {
            throw new InputError("Split file " + file + ": '" + name + "' and '" + name + IDS
                    + "' name different trials of session " + session.name() + ": remove the wrong one.");
        }
        Optional<int[]> found = ids.or(() -> byPosition);
        if (found.isEmpty() && partition != Partition.TEST) {
            throw new InputError("Split file " + file + " has no array '" + name
                    + "': it must have the form {\"train\": [...], \"validation\": [...], \"test\": [...]}.");
        }
        return found.orElseGet(() -> new int[0]);
    }

    private static int id(int position, String name, Path file, Session session) {
        if (position < 0 || position >= session.trials()) {
            throw new InputError("Split file " + file + " names trial " + position + " in '" + name + "', but session "
                    + session.name() + " has trials 0 to " + (session.trials() - 1)
                    + ": check that the split belongs to the session.");
        }
        return session.trialIds()[position];
    }

    private static Optional<int[]> numbers(JsonNode json, String name, Path file) {
        JsonNode part = json.path(name);
        if (part.isMissingNode()) {
            return Optional.empty();
        }
        if (!part.isArray()) {
            throw new InputError(
                    "Split file " + file + ": '" + name + "' must be an array of trial numbers: correct" + " it.");
        }
        int[] numbers = new int[part.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!part.get(i).isInt()) {
                throw new InputError("Split file " + file + ": '" + name + "' contains " + part.get(i)
                        + ", but must contain only trial numbers: correct it.");
            }
            numbers[i] = part.get(i).asInt();
        }
        return Optional.of(numbers);
    }
}
