package org.dalescope.model.session.curation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;

/**
 * One item of the setting {@code data.factor_channels}, such as {@code reward by location from go_signal for 100}.
 *
 * @param what a factor, or {@code event} for a channel of ones
 * @param optional whether the item is skipped in a session without the factor
 * @param by a factor, for each level of which there is a channel; empty for none
 * @param onset when the channel begins
 * @param forMs duration of a pulse; infinite for a step
 */
record FactorChannelItem(String text, String what, boolean optional, String by, Onset onset, double forMs) {
    private static final String FORM = "it takes items such as 'reward from trial-start',"
            + " 'event from target_loc_*' or 'reward by location from go_signal for 100', separated by commas";
    private static final Pattern ITEM = Pattern.compile("(\\S+?)(\\?)?(?:\\s+by\\s+(\\S+?)(\\?)?)?\\s+from\\s+"
            + "(\\S+)(\\s+ms)?(?:\\s+for\\s+([0-9.]+)(?:\\s+ms)?)?");
    private static final String TRIAL_START = "trial-start";

    /**
     * The onset of a channel.
     *
     * @param name {@code trial-start}, or a channel or a pattern of channels of which the first to become active
     *     counts, or a time
     * @param ms the time in ms; NaN if a name is given
     */
    record Onset(String name, double ms) {
        boolean isTime() {
            return !Double.isNaN(ms);
        }

        boolean isTrialStart() {
            return name.equals(TRIAL_START);
        }

        /** Letters for the name of a channel, without a pattern's star. */
        String word() {
            return isTime()
                    ? name + "ms"
                    : name.replaceAll("[_*]+$", "").replace("*", "").replace('-', '_');
        }
    }

    /**
     * Reads an item.
     *
     * @throws InputError if it does not have the form of the examples
     */
    static FactorChannelItem parse(String text) {
        Matcher parts = ITEM.matcher(text);
        if (!parts.matches()) {
            throw malformed(text);
        }
        String by = Optional.ofNullable(parts.group(3)).orElse("");
        boolean optional = parts.group(2) != null || parts.group(4) != null;
        double ms = parts.group(6) == null ? Double.NaN : number(parts.group(5), text);
        double length = parts.group(7) == null ? Double.POSITIVE_INFINITY : number(parts.group(7), text);
        if (!(length > 0)) {
            throw new InputError(
                    "Setting " + FactorChannels.KEY + " cannot hold '" + text + "': a pulse must be longer than 0 ms.");
        }
        return new FactorChannelItem(text, parts.group(1), optional, by, new Onset(parts.group(5), ms), length);
    }

    private static double number(String word, String text) {
        return DecimalParser.boxed(word).orElseThrow(() -> malformed(text));
    }

    private static InputError malformed(String text) {
        return new InputError("Setting " + FactorChannels.KEY + " cannot hold '" + text + "': " + FORM + ".");
    }
}
