package org.dalescope.model.suite.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.PathParser;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.JsonErrorText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads suite plans. A plan file is JSON with {@code name}, {@code help}, {@code preset} and {@code settings} of the
 * base, {@code arms} (each {@code name}, {@code help}, {@code preset}, {@code settings}, {@code grid}), {@code seeds},
 * {@code sessions}, {@code split}, {@code include} (arms of shipped plans), {@code combine}, {@code question} and
 * {@code factors}.
 */
public final class PlanReader {
    private static final String FOLDER = "/org/dalescope/plans/";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> KEYS = Set.of(
            "name",
            "help",
            "preset",
            "settings",
            "arms",
            "seeds",
            "sessions",
            "split",
            "include",
            "combine",
            "question",
            "factors");

    private PlanReader() {}

    /** A plan that is shipped with the program. */
    public record Shipped(String name, String help) {}

    /** All shipped plans. */
    public static List<Shipped> shipped() {
        return resource("index")
                .path("plans")
                .valueStream()
                .map(JsonNode::asString)
                .map(name -> new Shipped(name, resource(name).path("help").asString("")))
                .toList();
    }

    /**
     * Reads a plan from a file; if there is no such file, the text is the name of a shipped plan.
     *
     * @throws InputError if it is neither, or if the plan has an error
     */
    public static SuitePlan read(String fileOrName) {
        Path file = Path.of(fileOrName);
        if (Files.isRegularFile(file)) {
            return plan(json(file), fileOrName, file.resolveSibling("."));
        }
        List<String> names = shipped().stream().map(Shipped::name).toList();
        if (names.contains(fileOrName)) {
            return plan(resource(fileOrName), fileOrName, Path.of("."));
        }
        throw new InputError(
                "There is no plan '" + fileOrName + "': give a file, or one of " + String.join(", ", names) + ".");
    }

    private static SuitePlan plan(JsonNode json, String where, Path folder) {
        known(json, KEYS, where);
        PlanArmReader arms = PlanArmReader.of(json, where);
        List<Arm> all = new ArrayList<>(arms.all());
        List<Combination> combinations = new ArrayList<>();
        for (JsonNode included : PlanArmReader.list(json, "include", where)) {
            include(included.asString(""), where, arms, all, combinations);
        }
        if (json.has("combine")) {
            combinations.add(combination(json.path("combine"), where));
        }
        return new SuitePlan(
                json.path("name").asString(where),
                json.path("help").asString(""),
                List.copyOf(all),
                seeds(json, where),
                PlanArmReader.list(json, "sessions", where).stream()
                        .map(session -> folder.resolve(PathParser.of(session.asString(""), where + ": a session"))
                                .normalize()
                                .toString())
                        .toList(),
                split(json.path("split").asString(""), folder, where),
                List.copyOf(combinations),
                SuiteQuestion.of(json.path("question").asString(""), where),
                PlanArmReader.list(json, "factors", where).stream()
                        .map(factor -> factor.asString(""))
                        .toList());
    }

    /** A relative file name refers to the folder of the plan. */
    private static String split(String named, Path folder, String where) {
        return named.isEmpty() || named.equals("reference")
                ? named
                : folder.resolve(PathParser.of(named, where + ": split"))
                        .normalize()
                        .toString();
    }

    /**
     * Includes the arms of another plan as a group with that plan's name. An arm that several plans include (such as
     * experiment-1) is added once.
     */
    private static void include(
            String name, String where, PlanArmReader own, List<Arm> into, List<Combination> combinations) {
        List<String> names = shipped().stream().map(Shipped::name).toList();
        if (!names.contains(name)) {
            throw new InputError(where + " includes '" + name + "', which is not a shipped plan. Choose from: "
                    + String.join(", ", names) + ".");
        }
        JsonNode json = resource(name);
        Map<String, Arm> present = new LinkedHashMap<>();
        into.forEach(arm -> present.put(arm.name(), arm));
        own.others(json, name).stream()
                .filter(arm -> !present.containsKey(arm.name()))
                .forEach(into::add);
        for (JsonNode deeper : PlanArmReader.list(json, "include", name)) {
            include(deeper.asString(""), name, own, into, combinations);
        }
        if (json.has("combine")) {
            combinations.add(combination(json.path("combine"), name));
        }
    }

    private static Combination combination(JsonNode json, String where) {
        known(json, Set.of("name", "help", "from"), where + ", combine");
        List<String> groups = PlanArmReader.list(json, "from", where).stream()
                .map(group -> group.asString(""))
                .toList();
        if (groups.isEmpty()) {
            throw new InputError(where + " combines no groups: list the groups under \"from\".");
        }
        return new Combination(
                json.path("name").asString("combined"), json.path("help").asString(""), groups);
    }

    private static List<Long> seeds(JsonNode json, String where) {
        if (!json.has("seeds")) {
            return List.of(1L, 2L, 3L, 4L, 5L);
        }
        List<Long> seeds = new ArrayList<>();
        for (JsonNode seed : PlanArmReader.list(json, "seeds", where)) {
            if (!seed.isIntegralNumber()) {
                throw new InputError(where + " has the seed " + seed + ": give whole numbers as seeds.");
            }
            seeds.add(seed.asLong());
        }
        return List.copyOf(seeds);
    }

    /** Rejects unknown keys, because a misspelt key would have no effect. */
    static void known(JsonNode json, Set<String> keys, String where) {
        if (!json.isObject()) {
            throw new InputError(where + " must hold a JSON object.");
        }
        json.propertyNames().stream()
                .filter(key -> !keys.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InputError(where + " has the key '" + key + "'; the valid keys are: "
                            + String.join(", ", keys.stream().sorted().toList()) + ".");
                });
    }

    private static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new StorageError("Plan " + file + " cannot be read: check its permissions and that it is text.", e);
        } catch (JacksonException e) {
            throw new InputError("Plan " + file + " is not valid JSON (" + JsonErrorText.of(e) + "): correct it.", e);
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream in = PlanReader.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + FOLDER + name + ".json");
            }
            return MAPPER.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
