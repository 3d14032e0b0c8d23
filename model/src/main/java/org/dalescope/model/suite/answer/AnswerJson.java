package org.dalescope.model.suite.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON file of an answer: {@code verdict} with its sentences, and the parts of a record. A number that is not
 * defined is "NaN".
 */
public final class AnswerJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private AnswerJson() {}

    /** An object without parts, to be filled in the order of the file. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Writes an answer.
     *
     * @param parts at least the components of the answer's record
     */
    public static void write(Path file, SuiteAnswer answer, ObjectNode parts) {
        ObjectNode root = object();
        var verdict = root.putArray("verdict");
        answer.sentences().forEach(verdict::add);
        root.setAll(parts);
        AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /**
     * Reads an answer; empty if there is no file yet.
     *
     * @param type a record whose components have names of one word
     * @throws InputError if the file is damaged
     */
    public static <A extends Record & SuiteAnswer> Optional<A> read(Path file, Class<A> type) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            ObjectNode root = (ObjectNode) MAPPER.readTree(file.toFile());
            List<String> parts = Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            for (String part : parts) {
                if (!root.has(part)) {
                    throw new InputError(file + " lacks '" + part + "': delete it and run the suite again.");
                }
            }
            return Optional.of(MAPPER.treeToValue(root.retain(parts), type));
        } catch (JacksonException | ClassCastException e) {
            String what = e instanceof JacksonException json ? JsonErrorText.of(json) : "it is no object";
            throw new InputError(file + " is damaged (" + what + "): delete it and run the suite again.", e);
        }
    }
}
