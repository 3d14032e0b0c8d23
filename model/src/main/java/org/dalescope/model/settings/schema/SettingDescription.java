package org.dalescope.model.settings.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;

/**
 * The description of one setting for forms, files and the command line.
 *
 * @param key dotted key, the same in JSON, on the command line and in help, such as {@code network.tau.initial_e}
 * @param section headings from the outermost to the innermost, joined by " / "
 * @param noEffect conditions on other settings under which it has no effect
 * @param unlessSplitGiven whether it has no effect when the fit is given a split
 * @param ofSession whether the value names neurons, trials, channels or factors of one session
 */
public record SettingDescription(
        String key,
        String section,
        String sectionHelp,
        String label,
        String unit,
        String help,
        String defaultText,
        double min,
        double max,
        boolean aboveMin,
        boolean ofSession,
        List<NoEffectCondition> noEffect,
        boolean unlessSplitGiven,
        SettingType type,
        Class<?> javaType) {

    /**
     * Parses a value as a user writes it.
     *
     * @throws InputError if the value is not legal, with the key, the text and the legal values
     */
    public Object parse(String text) {
        String trimmed = text.strip();
        return switch (type) {
            case SettingType.Whole w -> checkRange(parseWhole(trimmed));
            case SettingType.Real r -> checkRange(parseReal(trimmed));
            case SettingType.OnOff o -> parseOnOff(trimmed);
            case SettingType.Choice c -> parseChoice(trimmed, c);
            case SettingType.Words w -> trimmed;
        };
    }

    /** Writes a value as {@link #parse} reads it. */
    public String format(Object value) {
        return switch (value) {
            case Boolean on -> on ? "on" : "off";
            case Enum<?> constant -> choiceName(constant);
            case Double real -> plain(real);
            default -> value.toString();
        };
    }

    /** The legal values as a phrase, such as "a number from 1 to 1000 ms". */
    public String legal() {
        return switch (type) {
            case SettingType.OnOff o -> "on or off";
            case SettingType.Choice c -> "one of " + String.join(", ", c.names());
            case SettingType.Whole w -> "a whole number" + range();
            case SettingType.Words w -> "words";
            case SettingType.Real r -> "a number" + range();
        };
    }

    static String choiceName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Object parseWhole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refuse(text, e);
        }
    }

    private Object parseReal(String text) {
        return DecimalParser.boxed(text).orElseThrow(() -> refuse(text, null));
    }

    private Object parseOnOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw refuse(text, null);
        };
    }

    private Object parseChoice(String text, SettingType.Choice choice) {
        int index = choice.names().indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (index < 0) {
            throw refuse(text, null);
        }
        return javaType.getEnumConstants()[index];
    }

    private Object checkRange(Object value) {
        double number = ((Number) value).doubleValue();
        boolean low = aboveMin ? number <= min : number < min;
        if (Double.isNaN(number) || Double.isInfinite(number) || low || number > max) {
            throw refuse(format(value), null);
        }
        return value;
    }

    private InputError refuse(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        String sentence = "Setting " + key + " cannot be '" + text + "': it takes " + legal() + ".";
        return cause == null ? new InputError(sentence) : new InputError(sentence, cause);
    }

    private String range() {
        String tail = unit.isEmpty() ? "" : " " + unit;
        boolean low = min != Double.NEGATIVE_INFINITY;
        boolean high = max != Double.POSITIVE_INFINITY;
        String from = aboveMin ? " above " + plain(min) : " from " + plain(min);
        if (low && high) {
            return from + (aboveMin ? " up to " : " to ") + plain(max) + tail;
        }
        if (low) {
            return aboveMin ? from + tail : " of at least " + plain(min) + tail;
        }
        return high ? " of at most " + plain(max) + tail : tail;
    }

    private static String plain(double value) {
        return Double.isInfinite(value) || Double.isNaN(value)
                ? Double.toString(value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
