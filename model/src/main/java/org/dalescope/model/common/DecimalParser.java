package org.dalescope.model.common;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: digits, a point, a power of ten. Java's own parser also takes "90f", "90d", "0x1p3", "NaN" and
 * "Infinity", so that words would turn into numbers.
 */
public final class DecimalParser {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{0,14}[1-9])?");

    /** Nobody writes longer numbers. */
    private static final int LONGEST = 400;

    private DecimalParser() {}

    /** The finite number that a text is, blanks around it aside; empty where it is anything else. */
    public static OptionalDouble parse(String text) {
        String word = text.strip();
        if (word.length() > LONGEST || !NUMBER.matcher(word).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(word);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The same as an optional object. */
    public static Optional<Double> boxed(String text) {
        OptionalDouble value = parse(text);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /**
     * The number that a label is, where the number is written in the one plain way: "7" and "-0.5", but not "07", "7.0", "1e5"
     * or " 7", which are other words for the same number and must stay apart.
     */
    public static OptionalDouble ofLabel(String word) {
        return PLAIN.matcher(word).matches() && !word.equals("-0") ? parse(word) : OptionalDouble.empty();
    }
}
