package org.dalescope.model.network;

import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.EmbeddingSettings;

/** Reads the delays of the inputs from the settings of the input embedding. */
final class InputDelaySettings {
    private static final String KEY = "network.embedding.delays";
    /** The longest delay; a longer one is more likely a mistake of units. */
    private static final double LONGEST_MS = 10_000;

    private InputDelaySettings() {}

    /**
     * The delays in bins, in the order of the setting.
     *
     * @throws InputError if one is not a number of milliseconds from 0 to 10,000, or is given twice
     */
    static double[] bins(EmbeddingSettings settings, double binMs) {
        double[] delays = Arrays.stream(settings.delays().split(","))
                .mapToDouble(word -> milliseconds(word.strip(), settings.delays()) / binMs)
                .toArray();
        if (Arrays.stream(delays).distinct().count() < delays.length) {
            throw new InputError(
                    KEY + " is '" + settings.delays() + "', which has the same delay twice: leave one of them out.");
        }
        return delays;
    }

    private static double milliseconds(String word, String all) {
        double ms;
        try {
            ms = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            ms = Double.NaN;
        }
        if (!(ms >= 0 && ms <= LONGEST_MS)) {
            throw new InputError(KEY + " is '" + all + "', and '" + word
                    + "' is not a delay: give numbers from 0 to 10000 ms, separated by commas, such as 0, 50, 100.");
        }
        return ms;
    }
}
