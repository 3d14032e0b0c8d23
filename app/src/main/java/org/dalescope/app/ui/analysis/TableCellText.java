package org.dalescope.app.ui.analysis;

import java.util.Locale;
import org.dalescope.model.analysis.core.Table;

/**
 * What a table's cell shows and sorts by; numbers by size, what is not defined last.
 *
 * @param number NaN for words
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

    /** Four digits; nothing where it is not defined. */
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
