package org.dalescope.model.run.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.JsonErrorText;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.session.split.Split;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json}: what was fitted to what, with what, and how it went.
 *
 * @param sessionPath absolute path at the time of the fit
 * @param command the command line that repeats the run
 * @param testOpened how often the test partition was scored
 * @param testOpenings when and by which command, in order; shorter than the number where older programs only counted
 */
public record RunDescription(
        int schema,
        String dalescope,
        String java,
        String engine,
        RunStatus status,
        String started,
        double seconds,
        long seed,
        String sessionName,
        String sessionPath,
        String sessionSha256,
        String preset,
        String command,
        int epochsDone,
        int bestEpoch,
        SplitText split,
        Map<String, String> metrics,
        List<Finding> warnings,
        int testOpened,
        List<TestOpening> testOpenings) {
    /** Version of the run folder's layout. */
    public static final int SCHEMA = 2;

    public RunDescription {
        testOpenings = List.copyOf(testOpenings);
    }

    /**
     * A look at the test partition.
     *
     * @param time ISO 8601, UTC
     */
    public record TestOpening(String time, String command) {}

    /** A split with its hash. */
    public record SplitText(String origin, String hash, int[] train, int[] validation, int[] test) {
        public static SplitText of(Split split) {
            return new SplitText(split.origin(), split.hash(), split.train(), split.validation(), split.test());
        }

        public Split split() {
            return new Split(origin, train, validation, test);
        }
    }

    /** The same run at another point. */
    public RunDescription at(RunStatus newStatus, int epochs, int best, double secondsDone, List<Finding> findings) {
        return with(engine, newStatus, epochs, best, secondsDone, findings, testOpenings);
    }

    /** The same run on another engine. */
    public RunDescription on(String newEngine) {
        return with(newEngine, status, epochsDone, bestEpoch, seconds, warnings, testOpenings);
    }

    /** The same run with its test partition opened once more, now, by a command. */
    public RunDescription testOpenedBy(String by) {
        List<TestOpening> openings = new ArrayList<>(testOpenings);
        openings.add(
                new TestOpening(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), by));
        return with(engine, status, epochsDone, bestEpoch, seconds, warnings, openings);
    }

    private RunDescription with(
            String newEngine,
            RunStatus newStatus,
            int epochs,
            int best,
            double secondsDone,
            List<Finding> findings,
            List<TestOpening> openings) {
        return new RunDescription(
                schema,
                dalescope,
                java,
                newEngine,
                newStatus,
                started,
                secondsDone,
                seed,
                sessionName,
                sessionPath,
                sessionSha256,
                preset,
                command,
                epochs,
                best,
                split,
                metrics,
                findings,
                testOpened + openings.size() - testOpenings.size(),
                openings);
    }

    public void write(RunFolder run) {
        AtomicFile.writeInside(
                run.runJson(), mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /**
     * Reads a run's description.
     *
     * @throws InputError where it is damaged or from a newer program
     */
    public static RunDescription read(RunFolder run) {
        try {
            if (!(mapper().readTree(run.runJson().toFile()) instanceof ObjectNode json)) {
                throw new InputError(run.runJson() + " is damaged (it holds no JSON object): restore it from a copy.");
            }
            return mapper().treeToValue(migrated(json, run), RunDescription.class);
        } catch (JacksonException e) {
            throw UnreadableRunReason.of(
                    run.runJson(),
                    run.runJson() + " is damaged (" + JsonErrorText.of(e) + "): restore it from a copy.",
                    e);
        }
    }

    /**
     * What an older program wrote, as this one writes it; the next change of the run writes it so.
     *
     * @throws InputError for what a newer program wrote, or none
     */
    private static ObjectNode migrated(ObjectNode json, RunFolder run) {
        int schema = json.path("schema").asInt(0);
        if (schema > SCHEMA) {
            throw new InputError(run.folder() + " was written by a newer Dalescope ("
                    + json.path("dalescope").asString("version unknown") + "): update the program to open it.");
        }
        if (schema < 1) {
            throw new InputError(run.runJson() + " is damaged (its schema is no version): restore it from a copy.");
        }
        if (schema == 1 && !json.has("test_openings")) {
            // Openings of the test partition were only counted.
            json.putArray("test_openings");
        }
        return json.put("schema", SCHEMA);
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
