package org.dalescope.model.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * psth_r on the validation trials, with what it must not be shown without; NaN where it is not defined.
 *
 * @param standardError jackknife over trials
 * @param ceiling what the training partition's PSTH scores
 * @param splitHalf the split-half ceiling
 */
public record RunScore(double value, double standardError, double ceiling, double splitHalf) {
    /** Of a run that has no score yet. */
    public static final RunScore NONE = new RunScore(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record File(@Nullable Scores scores) {}

    private record Scores(@Nullable Psth psthR) {}

    private record Psth(
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double ceilingTrainingPsth,
            @Nullable Double ceilingSplitHalf) {}

    /** Reads {@code scores.json}; fails as Jackson fails where that is damaged. */
    static RunScore read(Path file) {
        Scores scores = MAPPER.readValue(file.toFile(), File.class).scores();
        Psth psth = scores == null ? null : scores.psthR();
        return psth == null
                ? NONE
                : new RunScore(
                        number(psth.value()),
                        number(psth.standardError()),
                        number(psth.ceilingTrainingPsth()),
                        number(psth.ceilingSplitHalf()));
    }

    /** As a share of the training-PSTH ceiling; NaN where either is not defined. */
    public double share() {
        return ceiling > 0 ? value / ceiling : Double.NaN;
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
