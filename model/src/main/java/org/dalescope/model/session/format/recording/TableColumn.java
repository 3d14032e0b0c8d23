package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The values of a column of a table, one per row. */
public sealed interface TableColumn {
    /** The texts with which files write that a row has no value. */
    Set<String> NOT_APPLICABLE = Set.of("", "na", "n/a", "nan", "null", "not applicable");

    int rows();

    /** The value of a row as text; empty if the row has no value. */
    String word(int row);

    /** Numbers; NaN for a row without a value. */
    record Numbers(double[] values) implements TableColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String word(int row) {
            double value = values[row];
            if (Double.isNaN(value)) {
                return "";
            }
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        public DoubleStream finite() {
            return Arrays.stream(values).filter(Double::isFinite);
        }
    }

    /** Text values. */
    record Words(String[] values) implements TableColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String word(int row) {
            String word = values[row].strip();
            return NOT_APPLICABLE.contains(word.toLowerCase(Locale.ROOT)) ? "" : word;
        }
    }

    /** Boolean values. */
    record Flags(boolean[] values) implements TableColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String word(int row) {
            return Boolean.toString(values[row]);
        }

        /** Whether words are boolean values as HDF5 stores them: an enumeration of TRUE and FALSE. */
        public static boolean isTruth(String[] words) {
            return words.length > 0
                    && Arrays.stream(words)
                            .allMatch(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
        }
    }
}
