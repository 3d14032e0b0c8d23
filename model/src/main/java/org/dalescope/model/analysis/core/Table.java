package org.dalescope.model.analysis.core;

import java.util.List;

/**
 * Numbers in columns of one length, joined by ids in a column of their own.
 *
 * @param name stable, such as {@code rates_per_neuron}; the name of its CSV file
 * @param caption what stands in it, in a sentence
 */
public record Table(String name, String caption, List<Column> columns) {
    /** A column. */
    public sealed interface Column permits Numbers, Words {
        String name();

        int length();
    }

    /**
     * Numbers; NaN where there is none.
     *
     * @param unit empty for a pure number or an id
     */
    public record Numbers(String name, String unit, double[] values) implements Column {
        @Override
        public int length() {
            return values.length;
        }
    }

    /** Words. */
    public record Words(String name, List<String> values) implements Column {
        @Override
        public int length() {
            return values.size();
        }
    }

    /** Columns of one length. */
    public Table {
        if (columns.stream().mapToInt(Column::length).distinct().count() > 1) {
            throw new IllegalArgumentException("columns of table " + name + " differ in length");
        }
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().length();
    }
}
