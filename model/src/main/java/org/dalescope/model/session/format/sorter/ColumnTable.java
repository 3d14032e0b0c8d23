package org.dalescope.model.session.format.sorter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.TableColumn;

/**
 * A table whose columns come from several files.
 *
 * @param values the columns by name, in the order in which they are shown
 */
record ColumnTable(String path, int rows, Map<String, TableColumn> values) implements DataTable {
    @Override
    public List<String> columns() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Optional<TableColumn> column(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
