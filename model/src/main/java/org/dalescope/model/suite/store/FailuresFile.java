package org.dalescope.model.suite.store;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.suite.plan.FitKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code failures.json} of a suite's folder: the failed fits with the reasons. They are tried again when the
 * suite continues.
 *
 * @param sentences reasons by fit
 */
public record FailuresFile(Map<FitKey, String> sentences) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static FailuresFile none() {
        return new FailuresFile(Map.of());
    }

    public FailuresFile with(FitKey cell, String sentence) {
        Map<FitKey, String> more = new LinkedHashMap<>(sentences);
        more.put(cell, sentence);
        return new FailuresFile(more);
    }

    public FailuresFile without(FitKey cell) {
        Map<FitKey, String> fewer = new LinkedHashMap<>(sentences);
        fewer.remove(cell);
        return new FailuresFile(fewer);
    }

    public void write(SuiteFolder folder) {
        ArrayNode list = MAPPER.createArrayNode();
        sentences.forEach((cell, sentence) -> {
            ObjectNode node = list.addObject();
            node.put("session", cell.session());
            node.put("arm", cell.arm());
            node.put("seed", cell.seed());
            node.put("reason", sentence);
        });
        AtomicFile.write(
                folder.failuresJson(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
    }

    public static FailuresFile read(SuiteFolder folder) {
        if (!Files.isRegularFile(folder.failuresJson())) {
            return none();
        }
        try {
            Map<FitKey, String> sentences = new LinkedHashMap<>();
            for (JsonNode node : MAPPER.readTree(folder.failuresJson().toFile())) {
                FitKey cell = new FitKey(
                        node.path("session").asString(""),
                        node.path("arm").asString(""),
                        node.path("seed").asLong(0));
                sentences.put(cell, node.path("reason").asString(""));
            }
            return new FailuresFile(sentences);
        } catch (JacksonException e) {
            throw new InputError(folder.failuresJson() + " is damaged (" + JsonErrorText.of(e) + "): delete it.", e);
        }
    }
}
