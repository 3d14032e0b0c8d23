package org.dalescope.model.analysis.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A builder that fills the {@link Table} of an analysis row by row. The first row defines the columns unless they are
 * given, and every row must fill all columns.
 */
public final class TableBuilder {
    private final String name;
    private final String caption;
    private final Map<String, Filling> columns = new LinkedHashMap<>();

    /** A column under construction; only one of the two lists is used. */
    private record Filling(String unit, boolean words, List<Double> numbers, List<String> texts) {}

    public TableBuilder(String name, String caption) {
        this.name = name;
        this.caption = caption;
    }

    /**
     * Creates a table with given columns, which exist even if there are no rows: words first, then numbers.
     *
     * @param units of the columns of numbers
     */
    public TableBuilder(List<String> words, List<String> numbers, List<String> units) {
        this("", "");
        words.forEach(column -> filling(column, "", true));
        for (int i = 0; i < numbers.size(); i++) {
            filling(numbers.get(i), units.get(i), false);
        }
    }

    /** Creates a table with given columns of pure numbers, which exist even if there are no rows: words first. */
    public TableBuilder(List<String> words, List<String> numbers) {
        this(words, numbers, Collections.nCopies(numbers.size(), ""));
    }

    /** Adds a row to a table with known columns. */
    public void row(List<String> words, double... numbers) {
        int word = 0;
        int number = 0;
        for (Filling column : columns.values()) {
            if (column.words()) {
                column.texts().add(words.get(word++));
            } else {
                column.numbers().add(numbers[number++]);
            }
        }
    }

    public TableBuilder number(String column, String unit, double value) {
        filling(column, unit, false).numbers().add(value);
        return this;
    }

    /** Adds the seed of the fit, which identifies a network. */
    public TableBuilder seed(long seed) {
        return number("seed", "", (double) seed);
    }

    public TableBuilder word(String column, String value) {
        filling(column, "", true).texts().add(value);
        return this;
    }

    /** The table with the rows so far. */
    public Table table() {
        return table(name, caption);
    }

    /** The table with the rows so far, under another name. */
    public Table table(String name, String caption) {
        List<Table.Column> done = new ArrayList<>();
        columns.forEach((column, filling) -> done.add(
                filling.words()
                        ? new Table.Words(column, List.copyOf(filling.texts()))
                        : new Table.Numbers(
                                column,
                                filling.unit(),
                                filling.numbers().stream().mapToDouble(v -> v).toArray())));
        return new Table(name, caption, List.copyOf(done));
    }

    private Filling filling(String column, String unit, boolean words) {
        return columns.computeIfAbsent(column, key -> new Filling(unit, words, new ArrayList<>(), new ArrayList<>()));
    }
}
