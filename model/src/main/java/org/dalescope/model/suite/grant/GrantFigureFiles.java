package org.dalescope.model.suite.grant;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.suite.store.SuiteFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the answer of the suite 'grant-figure': {@code grant_figure.json} with everything, and a CSV file
 * for every panel. A number that is not defined is "NaN" in JSON.
 */
public final class GrantFigureFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private GrantFigureFiles() {}

    public static void write(SuiteFolder folder, GrantFigure figure) {
        ObjectNode root = MAPPER.createObjectNode();
        var verdict = root.putArray("verdict");
        figure.sentences().forEach(verdict::add);
        root.set("factors", MAPPER.<JsonNode>valueToTree(figure.factors()));
        root.set("unanswered", MAPPER.<JsonNode>valueToTree(figure.unanswered()));
        root.set("evidence", MAPPER.<JsonNode>valueToTree(figure.evidence()));
        root.set("sessions", MAPPER.<JsonNode>valueToTree(figure.sessions()));
        AtomicFile.write(
                folder.grantFigureJson(),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        for (Table table : GrantFigureTables.of(figure)) {
            AtomicFile.write(folder.figures().resolve(table.name() + ".csv"), AnalysisFiles.csv(table));
        }
    }

    /**
     * The answer in a suite's folder; empty if there is none yet.
     *
     * @throws InputError if the file is damaged
     */
    public static Optional<GrantFigure> read(SuiteFolder folder) {
        if (Files.notExists(folder.grantFigureJson())) {
            return Optional.empty();
        }
        try {
            ObjectNode root =
                    (ObjectNode) MAPPER.readTree(folder.grantFigureJson().toFile());
            root.remove(List.of("verdict", "evidence"));
            for (String part : List.of("factors", "unanswered", "sessions")) {
                if (!root.has(part)) {
                    throw new InputError(sentence(folder, "it lacks '" + part + "'"));
                }
            }
            return Optional.of(MAPPER.treeToValue(root, GrantFigure.class));
        } catch (JacksonException e) {
            throw new InputError(sentence(folder, JsonErrorText.of(e)), e);
        } catch (ClassCastException e) {
            throw new InputError(sentence(folder, "it is no object"), e);
        }
    }

    private static String sentence(SuiteFolder folder, String what) {
        return folder.grantFigureJson() + " is damaged (" + what + "): delete it and run the suite again.";
    }
}
