package org.dalescope.model.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dalescope.model.scoring.CeilingShare;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Reads {@code scores.json} as far as psth_r, which stands at its beginning: the many numbers behind it are for those who open
     * the run. Fails as Jackson fails where that is damaged.
     */
    static RunScore read(Path file) {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            return enters(parser, "scores") && enters(parser, "psth_r") ? score(parser) : NONE;
        }
    }

    /** Goes into an object's property of this name; false where it has none. */
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

    /** As a share of the training-PSTH ceiling; NaN where that is not positive or either is not defined. */
    public double share() {
        return CeilingShare.of(value, ceiling);
    }
}
