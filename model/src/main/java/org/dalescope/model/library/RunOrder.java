package org.dalescope.model.library;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How runs are sorted. */
public enum RunOrder {
    NEWEST("newest first"),
    SCORE("best score first"),
    SHARE("best share of the ceiling first"),
    NAME("by name");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private final String words;

    RunOrder(String words) {
        this.words = words;
    }

    /** Among equals the order of names decides, so that a list never jumps. */
    public Comparator<RunEntry> comparator() {
        Comparator<RunEntry> byName = Comparator.comparing(run -> natural(run.name()));
        return switch (this) {
            case NEWEST -> Comparator.comparing(RunEntry::started).reversed().thenComparing(byName);
            case SCORE ->
                Comparator.<RunEntry>comparingDouble(run -> last(run.score().value()))
                        .thenComparing(byName);
            case SHARE ->
                Comparator.<RunEntry>comparingDouble(run -> last(run.score().share()))
                        .thenComparing(byName);
            case NAME -> byName;
        };
    }

    @Override
    public String toString() {
        return words;
    }

    /** Descending, and what is not defined last. */
    private static double last(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
    }

    /** A name with its numbers filled up, so that run-2 comes before run-10. */
    private static String natural(String name) {
        Matcher numbers = NUMBER.matcher(name);
        return numbers.replaceAll(found -> "0".repeat(12 - found.group().length()) + found.group());
    }
}
