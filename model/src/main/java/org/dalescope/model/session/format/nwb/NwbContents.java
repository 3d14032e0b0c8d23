package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.NwbMapping;
import org.dalescope.model.session.format.FileContents;

/** Lists the tables, columns and time series of an NWB file that a mapping can name. */
final class NwbContents {
    /** A column with more words than this distinguishes single units, not kinds of units. */
    private static final int MOST_KINDS = 20;

    private NwbContents() {}

    static FileContents of(HdfFile file) {
        ReadingNotes notes = new ReadingNotes();
        Hdf5Tree tree = new Hdf5Tree(file, notes);
        return new FileContents.Nwb(
                tables(tree), unitColumns(tree, notes), SeriesSearch.paths(tree, notes), NwbMapping.GUESSED);
    }

    private static List<FileContents.Table> tables(Hdf5Tree tree) {
        List<FileContents.Table> tables = new ArrayList<>();
        for (NwbTable table : TrialTable.tables(tree).values()) {
            if (table.numbers(TrialTable.START).isEmpty()) {
                continue;
            }
            TrialTable trials = TrialTable.of(table);
            List<String> times = new ArrayList<>(List.of(TrialTable.START));
            if (table.has(TrialTable.STOP)) {
                times.add(TrialTable.STOP);
            }
            times.addAll(TrialEvents.of(trials).timesS().keySet());
            List<String> factors = TrialFactors.possible(trials).stream()
                    .filter(name -> !times.contains(name))
                    .toList();
            tables.add(new FileContents.Table(table.path(), table.rows(), List.copyOf(times), factors));
        }
        return List.copyOf(tables);
    }

    private static List<FileContents.UnitColumn> unitColumns(Hdf5Tree tree, ReadingNotes notes) {
        NwbTable units;
        try {
            units = UnitsTable.of(tree, notes);
        } catch (InputError none) {
            return List.of();
        }
        List<FileContents.UnitColumn> columns = new ArrayList<>();
        for (String name : units.columns()) {
            kinds(units.column(name)).ifPresent(words -> columns.add(new FileContents.UnitColumn(name, words)));
        }
        if (columns.stream().noneMatch(column -> column.name().equals(CellTypeColumn.LOCATION))) {
            kinds(Optional.of(new TableColumn.Words(UnitAreas.of(units))))
                    .filter(words -> words.size() > 1)
                    .ifPresent(words -> columns.add(new FileContents.UnitColumn(CellTypeColumn.LOCATION, words)));
        }
        return List.copyOf(columns);
    }

    private static Optional<List<String>> kinds(Optional<TableColumn> column) {
        TreeSet<String> words = new TreeSet<>();
        column.ifPresent(values -> {
            for (int row = 0; row < values.rows() && words.size() <= MOST_KINDS; row++) {
                words.add(values.word(row));
            }
        });
        return words.isEmpty() || words.size() > MOST_KINDS ? Optional.empty() : Optional.of(List.copyOf(words));
    }
}
