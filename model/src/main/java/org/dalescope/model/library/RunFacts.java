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
 * What a list says of a run: {@code run.json} without its trial ids, of which thousands of runs would fill the memory.
 *
 * @param started ISO 8601, UTC
 * @param splitHash SHA-256 of the trials of every part
 * @param warnings how many the fit left
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

    /** The components of {@code run.json} that are wanted; Jackson skips the others without keeping them. */
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

    private record Warning(@Nullable String code) {}

    /**
     * Reads what a run's folder says; fails as Jackson fails where that is no JSON.
     *
     * @throws InputError where it does not say what every run says
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
                is.warnings == null ? 0 : is.warnings.size());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Of one session and one split, so that neurons and trials are the same. */
    public boolean comparableWith(RunFacts other) {
        return sessionSha256.equals(other.sessionSha256) && splitHash.equals(other.splitHash);
    }
}
