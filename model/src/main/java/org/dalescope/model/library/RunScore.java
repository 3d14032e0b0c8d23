package org.dalescope.model.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dalescope.model.scoring.CeilingShare;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The score of a run in a list of runs: psth_r on the validation trials with its standard error and ceilings. Undefined
 * values are NaN.
 *
 * @param standardError jackknife over trials
 * @param ceiling score of the training partition's PSTH
 * @param splitHalf the split-half ceiling
 */
public record RunScore(double value, double standardError, double ceiling, double splitHalf) {
    /** The score of a run that has no score yet. */
    public static final RunScore NONE = new RunScore(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Reads psth_r from the beginning of {@code scores.json} and skips the many numbers after it. If the file is
     * damaged, Jackson's exception is thrown.
     */
    static RunScore read(Path file) {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            return enters(parser, "scores") && enters(parser, "psth_r") ? score(parser) : NONE;
        }
    }

    /** Moves the parser into the property with this name; false if the object does not have it. */
    private static boolean enters(JsonParser parser, String name) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.currentName().equals(name)) {
                return true;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return false;
    }

    private static RunScore score(JsonParser parser) {
        Map<String, Double> numbers = new HashMap<>();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isNumeric()) {
                    numbers.put(name, parser.getDoubleValue());
                }
                parser.skipChildren();
            }
        }
        return new RunScore(
                numbers.getOrDefault("value", Double.NaN),
                numbers.getOrDefault("standard_error", Double.NaN),
                numbers.getOrDefault("ceiling_training_psth", Double.NaN),
                numbers.getOrDefault("ceiling_split_half", Double.NaN));
    }

    /**
     * The score as a share of the training-PSTH ceiling; NaN if the ceiling is not positive or if either value is
     * undefined.
     */
    public double share() {
        return CeilingShare.of(value, ceiling);
    }
}
