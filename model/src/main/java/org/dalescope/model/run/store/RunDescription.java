package org.dalescope.model.run.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.session.split.Split;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code run.json} of a run folder: session, split, seed, versions, command, status and warnings of the fit.
 *
 * @param sessionPath absolute path at the time of the fit
 * @param command the command line that repeats the run
 * @param testOpened number of times that the test partition was scored
 * @param testOpenings time and command of each opening, in order; shorter than the number if older versions only
 *     counted them
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
    /** The version of the layout of the run folder. */
    public static final int SCHEMA = 2;

    public RunDescription {
        testOpenings = List.copyOf(testOpenings);
    }

    /**
     * An opening of the test partition.
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

    /** The description with another status and progress. */
    public RunDescription at(RunStatus newStatus, int epochs, int best, double secondsDone, List<Finding> findings) {
        return with(engine, newStatus, epochs, best, secondsDone, findings, testOpenings);
    }

    /** The description with another engine. */
    public RunDescription on(String newEngine) {
        return with(newEngine, status, epochsDone, bestEpoch, seconds, warnings, testOpenings);
    }

    /** The description with one more opening of the test partition, now, by a command. */
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
     * Reads the description of a run.
     *
     * @throws InputError if it is damaged or was written by a newer version
     */
    public static RunDescription read(RunFolder run) {
        try {
            if (!(mapper().readTree(run.runJson().toFile()) instanceof ObjectNode json)) {
                throw new InputError(
                        run.runJson() + " is damaged (it contains no JSON object). Restore it from a copy.");
            }
            return mapper().treeToValue(migrated(json, run), RunDescription.class);
        } catch (JacksonException e) {
            throw UnreadableRunReason.of(
                    run.runJson(),
                    run.runJson() + " is damaged (" + JsonErrorText.of(e) + "). Restore it from a copy.",
                    e);
        }
    }

    /**
     * Converts the JSON of an older version to the current schema. The file is converted when the run is next written.
     *
     * @throws InputError if a newer version wrote the file, or the schema is not a version
     */
    private static ObjectNode migrated(ObjectNode json, RunFolder run) {
        int schema = json.path("schema").asInt(0);
        if (schema > SCHEMA) {
            throw new InputError(run.folder() + " was written by a newer Dalescope ("
                    + json.path("dalescope").asString("version unknown") + "). Update the program to open it.");
        }
        if (schema < 1) {
            throw new InputError(run.runJson() + " is damaged (its schema is not a version). Restore it from a copy.");
        }
        if (schema == 1 && !json.has("test_openings")) {
            // Schema 1 only counted the openings of the test partition.
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
