package org.dalescope.app.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.model.library.RunEntry;

/**
 * The part of the compare view that shows the table of runs; the + at the right of the table header chooses columns.
 */
final class TablePart implements ComparePart {
    private static final double PADDING = 28;
    private static final double LETTER = 7.5;
    private final RunTable model;
    private final TableView<RunEntry> table = new TableView<>();
    private final Label count = new Label();
    private final Tab tab;

    /** The text of a cell and its sort order; texts have no number. */
    private record Cell(String text, double number) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int bySize = Double.compare(number, other.number);
            return bySize != 0 ? bySize : text.compareTo(other.text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    TablePart(RunTable model, CompareActions actions) {
        this.model = model;
        SortedList<RunEntry> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("compare-table");
        table.setAccessibleText("Table of runs; the button at the right of its header chooses columns");
        table.getStyleClass().add(Styles.DENSE);
        table.setTableMenuButtonVisible(true);
        table.setPlaceholder(
                new Label("No row contains these words: change the filter, or tick 'All runs of the library'."));
        TextField filter = new TextField();
        filter.setId("compare-filter");
        filter.setPromptText("Filter rows");
        filter.setAccessibleText("Filter rows");
        filter.textProperty().bindBidirectional(model.filterProperty());
        CheckBox all = new CheckBox("All runs of the library");
        all.setId("compare-all");
        all.selectedProperty().bindBidirectional(model.wholeLibraryProperty());
        Button save = new Button("Save as CSV...");
        save.setId("compare-save");
        save.setTooltip(new Tooltip("The shown rows and columns, in their order"));
        save.setOnAction(event -> actions.saveTable(model.table(List.copyOf(sorted))));
        HBox find = new HBox(filter);
        find.setAlignment(Pos.CENTER_LEFT);
        count.setId("compare-count");
        FlowPane head = new FlowPane(find, all, save, count);
        head.getStyleClass().addAll("control-row", "table-head");
        BorderPane content = new BorderPane(table);
        content.setTop(head);
        this.tab = new Tab("Table", content);
        model.columnsProperty().subscribe(this::columns);
        model.rows().addListener((ListChangeListener<RunEntry>) change -> count());
        count();
    }

    @Override
    public Tab tab() {
        return tab;
    }

    @Override
    public void show(RunComparison comparison, ChartTheme theme) {
        count();
    }

    private void count() {
        count.setText(model.rows().size() + (model.rows().size() == 1 ? " run" : " runs"));
    }

    private void columns(List<RunColumn> columns) {
        table.getColumns().setAll(columns.stream().map(this::column).toList());
    }

    private TableColumn<RunEntry, Cell> column(RunColumn is) {
        TableColumn<RunEntry, Cell> column = new TableColumn<>(is.title());
        column.setId("column-" + is.key());
        double letters = Math.max(is.title().length(), is.key().equals("run") ? 24 : 0);
        column.setPrefWidth(PADDING + LETTER * letters);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(cell(is, row.getValue())));
        column.setVisible(model.shown().contains(is.key()));
        column.visibleProperty().subscribe(visible -> {
            if (visible) {
                model.shown().add(is.key());
            } else {
                model.shown().remove(is.key());
            }
        });
        return column;
    }

    private static Cell cell(RunColumn column, RunEntry run) {
        return switch (column) {
            case RunColumn.Numbers numbers ->
                new Cell(numbers.text(run), numbers.value().applyAsDouble(run));
            case RunColumn.Text text -> new Cell(text.text(run), Double.NaN);
        };
    }
}
