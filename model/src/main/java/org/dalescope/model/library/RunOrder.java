package org.dalescope.model.library;

import java.util.Comparator;

/** The sort orders of a list of runs. */
public enum RunOrder {
    NEWEST("newest first"),
    SCORE("best score first"),
    SHARE("best share of the ceiling first"),
    NAME("by name");

    private final String words;

    RunOrder(String words) {
        this.words = words;
    }

    /** The comparator of this order. Equal runs are ordered by name, so that the list is stable. */
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

    /** The sort key for a descending order with undefined values last. */
    private static double last(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
    }

    /** Compares numbers in names by value, so that run-2 comes before run-10. */
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

    /** Compares numbers of any length. Leading zeros are ignored; after that, a number with more digits is larger. */
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
