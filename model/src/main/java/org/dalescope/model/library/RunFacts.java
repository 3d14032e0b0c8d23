package org.dalescope.model.library;

import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts about a run that a list of runs needs. They come from {@code run.json} without its trial ids, because the
 * ids of thousands of runs would fill the memory.
 *
 * @param started ISO 8601, UTC
 * @param splitHash SHA-256 of the trials of each partition
 * @param warnings number of warnings of the fit, without notices
 */
public record RunFacts(
        RunStatus status,
        String started,
        double seconds,
        long seed,
        String sessionName,
        String sessionSha256,
        String splitHash,
        String preset,
        String engine,
        int epochsDone,
        int bestEpoch,
        int warnings) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The needed components of {@code run.json}; Jackson skips the others. */
    private record Wanted(
            @Nullable RunStatus status,
            @Nullable String started,
            double seconds,
            long seed,
            @Nullable String sessionName,
            @Nullable String sessionSha256,
            @Nullable Split split,
            @Nullable String preset,
            @Nullable String engine,
            int epochsDone,
            int bestEpoch,
            @Nullable List<Warning> warnings) {}

    private record Split(@Nullable String hash) {}

    private record Warning(@Nullable String severity) {
        /** Notices are not counted, here as in the window. */
        boolean isSerious() {
            return !"NOTICE".equals(severity);
        }
    }

    /**
     * Reads the facts of a run folder. If the file is not valid JSON, Jackson's exception is thrown.
     *
     * @throws InputError if a required entry is missing
     */
    static RunFacts read(RunFolder run) {
        Wanted is = MAPPER.readValue(run.runJson().toFile(), Wanted.class);
        Split split = is.split;
        RunStatus status = is.status;
        if (status == null || split == null || is.sessionSha256 == null) {
            throw new InputError(run.runJson() + " is damaged (no status, split or session): restore it from a copy.");
        }
        return new RunFacts(
                status,
                text(is.started),
                is.seconds,
                is.seed,
                text(is.sessionName),
                text(is.sessionSha256),
                text(split.hash),
                text(is.preset),
                text(is.engine),
                is.epochsDone,
                is.bestEpoch,
                is.warnings == null
                        ? 0
                        : (int) is.warnings.stream().filter(Warning::isSerious).count());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Returns true if both runs have the same session and split, and therefore the same neurons and trials. */
    public boolean comparableWith(RunFacts other) {
        return sessionSha256.equals(other.sessionSha256) && splitHash.equals(other.splitHash);
    }
}
