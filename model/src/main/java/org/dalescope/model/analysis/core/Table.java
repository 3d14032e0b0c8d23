package org.dalescope.model.analysis.core;

import java.util.List;

/**
 * A table of an analysis: named columns of equal length, with ids in separate columns.
 *
 * @param name stable name, such as {@code rates_per_neuron}, which is also the name of its CSV file
 * @param caption a sentence that describes the content
 */
public record Table(String name, String caption, List<Column> columns) {
    /** A column of a table. */
    public sealed interface Column permits Numbers, Words {
        String name();

        int length();
    }

    /**
     * A column of numbers; NaN for a missing value.
     *
     * @param unit empty for a pure number or an id
     */
    public record Numbers(String name, String unit, double[] values) implements Column {
        @Override
        public int length() {
            return values.length;
        }
    }

    /** A column of words. */
    public record Words(String name, List<String> values) implements Column {
        @Override
        public int length() {
            return values.size();
        }
    }

    /** Checks that all columns have the same length. */
    public Table {
        if (columns.stream().mapToInt(Column::length).distinct().count() > 1) {
            throw new IllegalArgumentException("columns of table " + name + " differ in length");
        }
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().length();
    }
}
