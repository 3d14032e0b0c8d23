package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.core.Table;

/** A table that is filled row by row: words first, then numbers. */
final class PerturbationTableBuilder {
    private final List<String> wordNames;
    private final List<String> numberNames;
    private final List<String> units;
    private final List<List<String>> words = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param units of the numbers
     */
    PerturbationTableBuilder(List<String> wordNames, List<String> numberNames, List<String> units) {
        this.wordNames = wordNames;
        this.numberNames = numberNames;
        this.units = units;
    }

    void add(List<String> rowWords, double... rowNumbers) {
        words.add(rowWords);
        numbers.add(rowNumbers);
    }

    Table table(String name, String caption) {
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < wordNames.size(); i++) {
            int at = i;
            columns.add(new Table.Words(
                    wordNames.get(i), words.stream().map(row -> row.get(at)).toList()));
        }
        for (int i = 0; i < numberNames.size(); i++) {
            int at = i;
            columns.add(new Table.Numbers(
                    numberNames.get(i),
                    units.get(i),
                    numbers.stream().mapToDouble(row -> row[at]).toArray()));
        }
        return new Table(name, caption, List.copyOf(columns));
    }
}
