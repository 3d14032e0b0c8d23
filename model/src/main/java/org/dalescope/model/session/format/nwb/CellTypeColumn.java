package org.dalescope.model.session.format.nwb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.CellTypeChoice;
import org.dalescope.model.session.NwbMapping;

/** The column of the NWB units table that gives cell types. */
record CellTypeColumn(String name, TableColumn column, Map<String, CellTypeChoice> chosen) {
    /** The name that a mapping uses for the units' brain area, wherever the file stores it. */
    static final String LOCATION = "location";

    /** The cell type of the unit in a row; numbers mean nothing unless a mapping gives their meaning. */
    CellTypeChoice choice(int row) {
        String word = column.word(row);
        CellTypeChoice said = chosen.get(word);
        if (said != null) {
            return said;
        }
        return column instanceof TableColumn.Words ? NwbCellTypes.meaning(word) : CellTypeChoice.UNKNOWN;
    }

    static Optional<CellTypeColumn> of(NwbTable units, String[] areas, NwbMapping mapping, ReadingNotes notes) {
        Optional<CellTypeColumn> found = mapping.typeColumn()
                .map(name -> named(units, areas, name, mapping))
                .or(() -> usual(units, mapping));
        if (found.isEmpty()) {
            notes.warning(
                    "cell-types-unknown",
                    "The units table " + units.path()
                            + " has no column of cell types (such as 'cell_type'), so all neurons have an unknown type."
                            + " A mapping can take the types from another column ("
                            + ReadingNotes.list(units.columns())
                            + ") or from the brain area (\"cell_type\": {\"column\":"
                            + " \"location\", \"words\": {...}}).");
        }
        found.ifPresent(type -> type.note(units, notes));
        return found;
    }

    private static CellTypeColumn named(NwbTable units, String[] areas, String name, NwbMapping mapping) {
        Optional<TableColumn> column = units.column(name);
        if (name.equals(LOCATION) && column.isEmpty()) {
            column = Optional.of(new TableColumn.Words(areas));
        }
        return new CellTypeColumn(
                name,
                column.orElseThrow(
                        () -> new InputError("The mapping takes cell types from the column '" + name + "', but "
                                + units.path() + " has no such column with one value per unit. Choose from: "
                                + ReadingNotes.list(units.columns()) + ".")),
                mapping.types());
    }

    /**
     * The column with a usual name that gives the most known types; on a tie, the one whose name comes first in the
     * list.
     */
    private static Optional<CellTypeColumn> usual(NwbTable units, NwbMapping mapping) {
        Optional<CellTypeColumn> best = Optional.empty();
        int most = -1;
        for (String usual : NwbCellTypes.COLUMNS) {
            for (String name : units.columns()) {
                Optional<TableColumn> column =
                        NwbCellTypes.plain(name).equals(usual) ? units.column(name) : Optional.empty();
                if (column.isPresent()) {
                    CellTypeColumn type = new CellTypeColumn(name, column.get(), mapping.types());
                    int known = type.known();
                    if (known > most) {
                        most = known;
                        best = Optional.of(type);
                    }
                }
            }
        }
        return best;
    }

    private int known() {
        int known = 0;
        for (int row = 0; row < column.rows(); row++) {
            known += choice(row) == CellTypeChoice.UNKNOWN ? 0 : 1;
        }
        return known;
    }

    private void note(NwbTable units, ReadingNotes notes) {
        Set<String> unknown = new LinkedHashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (choice(row) == CellTypeChoice.UNKNOWN) {
                unknown.add(column.word(row).isEmpty() ? "(empty)" : column.word(row));
            }
        }
        if (!unknown.isEmpty()) {
            notes.warning(
                    "cell-types-unknown",
                    (column.rows() - known()) + " of " + column.rows() + " units have an unknown type: the column"
                            + " '" + name
                            + "' of "
                            + units.path() + " contains " + ReadingNotes.list(List.copyOf(unknown))
                            + ". Give the meaning of these words in a mapping: \"cell_type\": {\"column\": \"" + name
                            + "\", \"words\": {\"...\": \"E\", \"...\": \"I\", \"...\": \"leave out\"}}.");
        }
    }
}
