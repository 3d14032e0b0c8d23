package org.dalescope.app.chart.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Table;

/**
 * The rows of an analysis table that a chart of the analysis shows.
 *
 * @param rows indices of the rows, in the order of the table
 */
record TableSelection(Table table, int[] rows) {
    /** All rows of a table of a result; no rows if the result has no such table. */
    static TableSelection of(AnalysisResult result, String name) {
        return result.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .map(table -> new TableSelection(
                        table, IntStream.range(0, table.rows()).toArray()))
                .orElse(new TableSelection(new Table(name, "", List.of()), new int[0]));
    }

    boolean isEmpty() {
        return rows.length == 0;
    }

    int size() {
        return rows.length;
    }

    /** The rows in which a column has a word. */
    TableSelection where(String column, String word) {
        List<String> all = isEmpty() ? List.of() : ((Table.Words) column(column)).values();
        return filter(row -> all.get(row).equals(word));
    }

    /** The rows in which a column has a number. */
    TableSelection where(String column, double number) {
        double[] all = isEmpty() ? new double[0] : ((Table.Numbers) column(column)).values();
        return filter(row -> all[row] == number);
    }

    double[] numbers(String column) {
        if (isEmpty()) {
            return new double[0];
        }
        double[] all = ((Table.Numbers) column(column)).values();
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }

    List<String> words(String column) {
        if (isEmpty()) {
            return List.of();
        }
        List<String> all = ((Table.Words) column(column)).values();
        return Arrays.stream(rows).mapToObj(all::get).toList();
    }

    /** The distinct words of a column, in order of first appearance. */
    List<String> distinct(String column) {
        return words(column).stream().distinct().toList();
    }

    /** The distinct numbers of a column, in order of first appearance. */
    double[] distinctNumbers(String column) {
        return Arrays.stream(numbers(column)).distinct().toArray();
    }

    private TableSelection filter(IntPredicate kept) {
        return new TableSelection(table, Arrays.stream(rows).filter(kept).toArray());
    }

    private Table.Column column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table " + table.name() + " has no column " + name));
    }
}
