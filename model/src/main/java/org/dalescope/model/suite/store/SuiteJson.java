package org.dalescope.model.suite.store;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.Combination;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.store.SuiteRecord.LeftOut;
import org.dalescope.model.suite.store.SuiteRecord.SessionNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the record of a suite, the file {@code suite.json} of its folder. Arms are stored with all their
 * settings, so that new defaults of a later version do not change them.
 */
public final class SuiteJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SuiteJson() {}

    public static void write(SuiteFolder folder, SuiteRecord suite) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SuiteRecord.SCHEMA);
        root.put("dalescope", suite.dalescope());
        root.put("command", suite.command());
        SuitePlan plan = suite.plan();
        root.put("name", plan.name());
        root.put("help", plan.help());
        root.put("split", plan.split());
        plan.question().ifPresent(question -> root.put("question", question.key()));
        if (!plan.factors().isEmpty()) {
            ArrayNode factors = root.putArray("factors");
            plan.factors().forEach(factors::add);
        }
        ArrayNode seeds = root.putArray("seeds");
        plan.seeds().forEach(seeds::add);
        ArrayNode sessions = root.putArray("sessions");
        suite.sessions().forEach(session -> sessions.add(MAPPER.<JsonNode>valueToTree(session)));
        ArrayNode leftOut = root.putArray("left_out");
        suite.leftOut().forEach(out -> leftOut.add(MAPPER.<JsonNode>valueToTree(out)));
        ArrayNode combinations = root.putArray("combinations");
        plan.combinations().forEach(combination -> combinations.add(MAPPER.<JsonNode>valueToTree(combination)));
        ArrayNode arms = root.putArray("arms");
        plan.arms().forEach(arm -> arms.add(arm(arm, plan.base())));
        AtomicFile.write(
                folder.suiteJson(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static ObjectNode arm(Arm arm, Arm base) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", arm.name());
        node.put("group", arm.group());
        node.put("help", arm.help());
        node.put("preset", arm.preset());
        if (arm.firstSeeds() != Arm.ALL_SEEDS) {
            node.put("first_seeds", arm.firstSeeds());
        }
        ObjectNode changes = node.putObject("changes");
        arm.changesFrom(base.configuration()).forEach(changes::put);
        node.set("settings", ConfigurationJson.write(arm.configuration()));
        return node;
    }

    /**
     * Reads the record in a suite's folder.
     *
     * @throws InputError if the file is damaged or was written by a newer program
     */
    public static SuiteRecord read(SuiteFolder folder) {
        try {
            JsonNode root = MAPPER.readTree(folder.suiteJson().toFile());
            if (root.path("schema").asInt(0) > SuiteRecord.SCHEMA) {
                throw new InputError(folder.folder() + " was written by a newer Dalescope ("
                        + root.path("dalescope").asString("?") + "): update the program to open it.");
            }
            List<Arm> arms = new ArrayList<>();
            root.path("arms").forEach(node -> arms.add(arm(node, folder)));
            SuitePlan plan = new SuitePlan(
                    root.path("name").asString(""),
                    root.path("help").asString(""),
                    List.copyOf(arms),
                    root.path("seeds").valueStream().map(JsonNode::asLong).toList(),
                    List.of(),
                    root.path("split").asString(""),
                    root.path("combinations")
                            .valueStream()
                            .map(node -> MAPPER.treeToValue(node, Combination.class))
                            .toList(),
                    SuiteQuestion.of(
                            root.path("question").asString(""),
                            folder.suiteJson().toString()),
                    root.path("factors")
                            .valueStream()
                            .map(node -> node.asString(""))
                            .toList());
            return new SuiteRecord(
                    root.path("dalescope").asString(""),
                    plan,
                    root.path("sessions")
                            .valueStream()
                            .map(node -> MAPPER.treeToValue(node, SessionNote.class))
                            .toList(),
                    root.path("left_out")
                            .valueStream()
                            .map(node -> MAPPER.treeToValue(node, LeftOut.class))
                            .toList(),
                    root.path("command").asString(""));
        } catch (JacksonException e) {
            throw new InputError(
                    folder.suiteJson() + " is damaged (" + JsonErrorText.of(e) + "): restore it from a copy.", e);
        }
    }

    private static Arm arm(JsonNode node, SuiteFolder folder) {
        return new Arm(
                node.path("name").asString(""),
                node.path("group").asString(""),
                node.path("help").asString(""),
                node.path("preset").asString(""),
                ConfigurationJson.apply(
                        node.path("settings"),
                        Configuration.defaults(),
                        folder.suiteJson().toString()),
                node.path("first_seeds").asInt(Arm.ALL_SEEDS));
    }
}
