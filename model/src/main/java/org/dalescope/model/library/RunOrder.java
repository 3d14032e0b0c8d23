package org.dalescope.model.library;

import java.util.Comparator;

/** How runs are sorted. */
public enum RunOrder {
    NEWEST("newest first"),
    SCORE("best score first"),
    SHARE("best share of the ceiling first"),
    NAME("by name");

    private final String words;

    RunOrder(String words) {
        this.words = words;
    }

    /** Among equals the order of names decides, so that a list never jumps. */
    public Comparator<RunEntry> comparator() {
        Comparator<RunEntry> byName = Comparator.comparing(RunEntry::name, RunOrder::compareNames);
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

    /** Numbers in names by size, so that run-2 comes before run-10. */
    private static int compareNames(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endI = endOfNumber(one, i);
            int endJ = endOfNumber(other, j);
            int order;
            if (endI > i && endJ > j) {
                order = compareNumbers(one.substring(i, endI), other.substring(j, endJ));
                i = endI;
                j = endJ;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int endOfNumber(String name, int from) {
        int end = from;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Of any length: leading zeros do not count, then more digits are more. */
    private static int compareNumbers(String one, String other) {
        String a = withoutZeros(one);
        String b = withoutZeros(other);
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
