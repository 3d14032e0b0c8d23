package org.dalescope.model.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.JsonProblem;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.session.quality.Finding;
import org.dalescope.model.split.Split;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

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
    public static final int SCHEMA = 1;

    public RunDescription {
        // Jackson hands over null where an older run.json has none.
        testOpenings = testOpenings == null ? List.of() : List.copyOf(testOpenings);
    }

    /**
     * A look at the test partition.
     *
     * @param time ISO 8601, UTC
     */
    public record TestOpening(String time, String command) {}

    /** A split with its hash. */
    public record SplitText(String origin, String hash, int[] train, int[] validation, int[] test) {
        static SplitText of(Split split) {
            return new SplitText(split.origin(), split.hash(), split.train(), split.validation(), split.test());
        }

        Split split() {
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
        WholeFile.writeInside(
                run.runJson(), mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /**
     * Reads a run's description.
     *
     * @throws Refusal where it is damaged or from a newer program
     */
    public static RunDescription read(RunFolder run) {
        try {
            RunDescription read = mapper().readValue(run.runJson().toFile(), RunDescription.class);
            if (read.schema() > SCHEMA) {
                throw new Refusal(run.folder() + " was written by a newer Dalescope (" + read.dalescope()
                        + "): update the program to open it.");
            }
            return read;
        } catch (JacksonException e) {
            throw new Refusal(run.runJson() + " is damaged (" + JsonProblem.of(e) + "): restore it from a copy.", e);
        }
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
