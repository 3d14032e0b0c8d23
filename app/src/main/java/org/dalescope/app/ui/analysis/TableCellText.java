package org.dalescope.app.ui.analysis;

import java.util.Locale;
import org.dalescope.model.analysis.core.Table;

/**
 * The text of a cell in the tables of the analyses view, and its sort order: numbers by size, undefined values last.
 *
 * @param number NaN for text
 */
record TableCellText(String text, double number) implements Comparable<TableCellText> {
    static TableCellText of(Table.Column column, int row) {
        return switch (column) {
            case Table.Numbers numbers -> of(numbers.values()[row]);
            case Table.Words words -> new TableCellText(words.values().get(row), Double.NaN);
        };
    }

    static TableCellText of(double value) {
        return new TableCellText(number(value), value);
    }

    static TableCellText of(String words) {
        return new TableCellText(words, Double.NaN);
    }

    /** A number with four digits; an empty text if it is not defined. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public int compareTo(TableCellText other) {
        int bySize = Double.compare(number, other.number);
        return bySize != 0 ? bySize : text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
