package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.LabelValues;

/** The values of a column of a table, one per row. */
public sealed interface TableColumn {
    /** A column of texts: truth values if every text is one, otherwise words. */
    static TableColumn ofText(String[] texts) {
        if (!Flags.isTruth(texts)) {
            return new Words(texts);
        }
        boolean[] flags = new boolean[texts.length];
        for (int i = 0; i < texts.length; i++) {
            flags[i] = texts[i].equalsIgnoreCase("true");
        }
        return new Flags(flags);
    }

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
            return Double.isNaN(values[row]) ? "" : ContainerVariables.plain(values[row]);
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
            return LabelValues.isMissing(values[row]) ? "" : values[row].strip();
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
        static boolean isTruth(String[] words) {
            return words.length > 0
                    && Arrays.stream(words)
                            .allMatch(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
        }
    }
}
