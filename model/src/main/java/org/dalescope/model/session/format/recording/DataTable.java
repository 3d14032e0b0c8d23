package org.dalescope.model.session.format.recording;

import java.util.List;
import java.util.Optional;

/** A table of trials or of units, with named columns. */
public interface DataTable {
    /** The name of the table in mappings and sentences, such as its path in an NWB file. */
    String path();

    int rows();

    /** The names of the columns in the order of the file. */
    List<String> columns();

    /** The values of a column; empty if there is no such column, or if it does not have one value per row. */
    Optional<TableColumn> column(String name);

    default boolean has(String column) {
        return columns().contains(column);
    }

    /** The values of a column of numbers; NaN for a row without a value. */
    default Optional<double[]> numbers(String name) {
        return column(name).filter(TableColumn.Numbers.class::isInstance).map(column -> ((TableColumn.Numbers) column)
                .values());
    }
}
