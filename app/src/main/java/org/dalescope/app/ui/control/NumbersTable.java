package org.dalescope.app.ui.control;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.dalescope.model.analysis.core.Table;

/** The table that the charts of all views show in place of their curves: the chart's numbers, row by row. */
final class NumbersTable extends TableView<Integer> {
    NumbersTable() {
        getStyleClass().add(Styles.DENSE);
        setAccessibleText("numbers of the chart");
    }

    void show(Table table) {
        getColumns().clear();
        for (Table.Column column : table.columns()) {
            TableColumn<Integer, String> shown = new TableColumn<>(heading(column));
            shown.setCellValueFactory(row -> new SimpleStringProperty(cell(column, row.getValue())));
            shown.setSortable(false);
            getColumns().add(shown);
        }
        getItems().setAll(IntStream.range(0, table.rows()).boxed().toList());
    }

    /** The column heading: words in place of the key, with the unit. */
    static String heading(Table.Column column) {
        String words = column.name().replace('_', ' ');
        return switch (column) {
            case Table.Numbers numbers -> numbers.unit().isEmpty() ? words : words + " (" + numbers.unit() + ")";
            case Table.Words texts -> words;
        };
    }

    private static String cell(Table.Column column, int row) {
        return switch (column) {
            case Table.Numbers numbers ->
                Double.isNaN(numbers.values()[row]) ? "" : String.format(Locale.ROOT, "%.6g", numbers.values()[row]);
            case Table.Words words -> words.values().get(row);
        };
    }
}
