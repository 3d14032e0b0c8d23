package org.dalescope.model.common;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A text helper that parses decimal numbers as people write them: digits, a point, a power of ten. Java's own parser
 * also accepts "90f", "90d", "0x1p3", "NaN" and "Infinity" and would turn such words into numbers.
 */
public final class DecimalParser {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{0,14}[1-9])?");

    /** The largest number of characters in a number. */
    private static final int LONGEST = 400;

    private DecimalParser() {}

    /** The finite number in a text, ignoring blanks around it; empty if the text is anything else. */
    public static OptionalDouble parse(String text) {
        String word = text.strip();
        if (word.length() > LONGEST || !NUMBER.matcher(word).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(word);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The result of {@link #parse} as an optional object. */
    public static Optional<Double> boxed(String text) {
        OptionalDouble value = parse(text);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /**
     * The number in a label that is written in the standard form: "7" and "-0.5", but not "07", "7.0", "1e5" or " 7".
     * Those are different labels for the same number and must stay distinct.
     */
    public static OptionalDouble ofLabel(String word) {
        return PLAIN.matcher(word).matches() && !word.equals("-0") ? parse(word) : OptionalDouble.empty();
    }
}
