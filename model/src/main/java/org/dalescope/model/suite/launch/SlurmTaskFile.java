package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.suite.plan.FitKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code slurm/tasks-N.json}, which tells each task of a SLURM job array which fit of the suite it runs. */
public record SlurmTaskFile(SlurmTaskEngine engine, List<FitKey> cells) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    void write(Path file) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("engine", engine.engine());
        root.put("device", engine.device());
        ArrayNode list = root.putArray("tasks");
        cells.forEach(cell -> list.addObject()
                .put("session", cell.session())
                .put("arm", cell.arm())
                .put("seed", cell.seed()));
        AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /**
     * Reads a task file.
     *
     * @throws InputError if the file is damaged
     */
    public static SlurmTaskFile read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            List<FitKey> cells = root.path("tasks")
                    .valueStream()
                    .map(node -> new FitKey(
                            node.path("session").asString(""),
                            node.path("arm").asString(""),
                            node.path("seed").asLong(0)))
                    .toList();
            return new SlurmTaskFile(
                    new SlurmTaskEngine(
                            root.path("engine").asString("auto"),
                            root.path("device").asString("auto")),
                    cells);
        } catch (JacksonException e) {
            throw new InputError(
                    file + " is not a valid list of tasks (" + JsonErrorText.of(e) + "): run the suite's command"
                            + " again.",
                    e);
        }
    }

    /**
     * The fit with a task number.
     *
     * @throws InputError if the array has no such task
     */
    FitKey cell(int task) {
        if (task < 0 || task >= cells.size()) {
            throw new InputError("--task cannot be " + task + ": the list has tasks 0 to " + (cells.size() - 1) + ".");
        }
        return cells.get(task);
    }
}
