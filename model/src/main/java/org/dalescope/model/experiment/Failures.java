package org.dalescope.model.experiment;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.model.JsonProblem;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code failures.json}: the fits that came to nothing and why. They are tried again when the suite goes on.
 *
 * @param sentences by fit
 */
record Failures(Map<Cell, String> sentences) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Failures none() {
        return new Failures(Map.of());
    }

    Failures with(Cell cell, String sentence) {
        Map<Cell, String> more = new LinkedHashMap<>(sentences);
        more.put(cell, sentence);
        return new Failures(more);
    }

    Failures without(Cell cell) {
        Map<Cell, String> fewer = new LinkedHashMap<>(sentences);
        fewer.remove(cell);
        return new Failures(fewer);
    }

    void write(SuiteFolder folder) {
        ArrayNode list = MAPPER.createArrayNode();
        sentences.forEach((cell, sentence) -> {
            ObjectNode node = list.addObject();
            node.put("session", cell.session());
            node.put("arm", cell.arm());
            node.put("seed", cell.seed());
            node.put("reason", sentence);
        });
        WholeFile.write(
                folder.failuresJson(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
    }

    static Failures read(SuiteFolder folder) {
        if (!Files.isRegularFile(folder.failuresJson())) {
            return none();
        }
        try {
            Map<Cell, String> sentences = new LinkedHashMap<>();
            for (JsonNode node : MAPPER.readTree(folder.failuresJson().toFile())) {
                Cell cell = new Cell(
                        node.path("session").asString(""),
                        node.path("arm").asString(""),
                        node.path("seed").asLong(0));
                sentences.put(cell, node.path("reason").asString(""));
            }
            return new Failures(sentences);
        } catch (JacksonException e) {
            throw new Refusal(folder.failuresJson() + " is damaged (" + JsonProblem.of(e) + "): delete it.", e);
        }
    }
}
