package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the column of a table of units that gives their brain areas. */
public final class UnitAreaColumn {
    private static final List<String> COLUMNS = List.of(
            "location",
            "brain_area",
            "brain_region",
            "area",
            "region",
            "structure",
            "ecephys_structure_acronym",
            "acronym");

    private UnitAreaColumn() {}

    /** The area of every unit; empty text if the table does not give one. */
    public static String[] of(DataTable units) {
        return find(units).orElseGet(() -> none(units.rows()));
    }

    /** The areas in the column whose name comes first in the list of usual names; empty if no column names an area. */
    public static Optional<String[]> find(DataTable units) {
        return COLUMNS.stream()
                .flatMap(name -> units.columns().stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
                .flatMap(name -> units.column(name).map(UnitAreaColumn::words).stream())
                .filter(words -> Arrays.stream(words).anyMatch(word -> !word.isEmpty()))
                .findFirst();
    }

    private static String[] words(TableColumn column) {
        String[] words = none(column.rows());
        Arrays.setAll(words, column::word);
        return words;
    }

    private static String[] none(int rows) {
        String[] none = new String[rows];
        Arrays.fill(none, "");
        return none;
    }
}
