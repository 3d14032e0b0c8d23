package org.dalescope.app.ui.session;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dalescope.app.ui.control.ColumnWidth;

/**
 * A table of neurons or trials in the session view that can be sorted and searched, with an action that excludes or
 * includes the selected row.
 */
final class SearchTable<R> extends BorderPane {
    private final TableView<R> table = new TableView<>();
    private final Button toggle = new Button("Leave out");
    private final Predicate<R> leftOut;

    /**
     * A table with rows.
     *
     * @param name the name of a row, such as "neuron"
     * @param leftOut whether a row is left out
     * @param onToggle excludes or includes a row
     */
    SearchTable(String name, List<R> rows, List<Column<R>> columns, Predicate<R> leftOut, Consumer<R> onToggle) {
        this.leftOut = leftOut;
        columns.forEach(column -> table.getColumns().add(column.table()));
        table.getColumns()
                .add(new Column<R>(
                                "Used", row -> leftOut.test(row) ? "left out" : "yes", row -> leftOut.test(row) ? 1 : 0)
                        .table());
        FilteredList<R> found = new FilteredList<>(FXCollections.observableArrayList(rows));
        SortedList<R> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId(name + "s");
        table.setAccessibleText("Table of %ss; space leaves out the selected one or includes it again".formatted(name));
        table.setPlaceholder(new Label("No %s matches these words: change the search.".formatted(name)));
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.DELETE) {
                toggleSelected(onToggle);
                event.consume();
            }
        });
        toggle.setId("toggle-" + name);
        toggle.getStyleClass().add(Styles.SMALL);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setOnAction(event -> toggleSelected(onToggle));
        TextField search = new TextField();
        search.setId("find-" + name);
        search.setPromptText("Find a %s".formatted(name));
        search.setAccessibleText("Find a %s".formatted(name));
        search.textProperty()
                .subscribe(words -> found.setPredicate(row -> columns.stream()
                        .map(column -> column.title() + " " + column.text().apply(row))
                        .anyMatch(cell -> matches(cell, words))));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox line = new HBox(search, toggle);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("control-row", "table-head");
        setTop(line);
        setCenter(table);
        setMinWidth(0);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> refresh());
    }

    /** A column that shows text and sorts by number. */
    record Column<R>(String title, Function<R, String> text, ToDoubleFunction<R> order) {
        TableColumn<R, Cell> table() {
            TableColumn<R, Cell> column = new TableColumn<>(title);
            column.setMinWidth(ColumnWidth.least(title));
            column.setCellValueFactory(row -> new SimpleObjectProperty<>(
                    new Cell(text.apply(row.getValue()), order.applyAsDouble(row.getValue()))));
            return column;
        }
    }

    /** The text of a cell and its sort order. */
    record Cell(String text, double order) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Double.compare(order, other.order);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Allows to select several rows and calls back with them when the user presses a letter. */
    void onLetter(String letters, BiConsumer<Character, List<R>> typed) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(table.getAccessibleText() + "; the keys " + String.join(", ", letters.split("", -1)));
        table.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String key = event.getCharacter().toUpperCase(Locale.ROOT);
            if (key.length() == 1 && letters.contains(key)) {
                typed.accept(
                        key.charAt(0), List.copyOf(table.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
    }

    /** Shows a column before the last one, or removes it; it may be there already. */
    void offer(TableColumn<R, Cell> column, boolean isThere) {
        if (isThere == table.getColumns().contains(column)) {
            table.refresh();
            return;
        }
        if (isThere) {
            table.getColumns().add(table.getColumns().size() - 1, column);
        } else {
            table.getColumns().remove(column);
        }
        // Rows that exist lay the cells of a new column out at their top, so new rows are made.
        table.setRowFactory(rows -> new TableRow<>());
    }

    private void toggleSelected(Consumer<R> onToggle) {
        List.copyOf(table.getSelectionModel().getSelectedItems()).forEach(onToggle);
    }

    /** Updates which rows are left out. */
    void refresh() {
        table.refresh();
        toggle.setDisable(selected().isEmpty());
        toggle.setText(selected().filter(leftOut).isPresent() ? "Include again" : "Leave out");
    }

    void selectFirst() {
        table.getSelectionModel().selectFirst();
    }

    /** Selects the first matching row and scrolls to it; does nothing if it is already selected. */
    void select(Predicate<R> wanted) {
        if (selected().filter(wanted).isEmpty()) {
            table.getItems().stream().filter(wanted).findFirst().ifPresent(row -> {
                table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
                table.scrollTo(row);
            });
        }
    }

    Optional<R> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /** Calls back with the selected row and with every row that is selected later. */
    void onSelected(Consumer<R> done) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> Optional.ofNullable(row)
                .ifPresent(done));
    }

    /** Calls back with every row that is selected from now on. */
    void onNewlySelected(Consumer<R> done) {
        table.getSelectionModel().selectedItemProperty().subscribe((before, row) -> Optional.ofNullable(row)
                .ifPresent(done));
    }

    private static boolean matches(String cell, String words) {
        return cell.toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT).strip());
    }
}
