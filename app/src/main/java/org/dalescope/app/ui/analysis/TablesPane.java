package org.dalescope.app.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;

/**
 * The tables of an analysis in the analyses view, shown one at a time; they can be sorted by any column, copied and
 * saved as CSV.
 */
final class TablesPane extends BorderPane {
    private static final double LETTER = 8;
    private static final double PADDING = 28;
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label caption = new Label();
    private final TableView<Integer> table = new TableView<>();
    private List<Table> tables = List.of();

    TablesPane(AnalysisActions actions) {
        super();
        choice.setId("analysis-table-choice");
        choice.setAccessibleText("Table");
        choice.getSelectionModel().selectedIndexProperty().subscribe(this::draw);
        Button copy = new Button("Copy as CSV");
        copy.setId("analysis-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> shown().ifPresent(TablesPane::copy));
        Button save = new Button("Save...");
        save.setId("analysis-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> shown().ifPresent(actions::saveTable));
        HBox line = new HBox(choice, copy, save);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        VBox head = new VBox(line, caption);
        head.getStyleClass().add("scope-head");
        table.setId("analysis-table");
        table.setAccessibleText("Numbers of the selected table");
        table.getStyleClass().add(Styles.DENSE);
        table.setPlaceholder(new Label("This table has no rows. The notes of the analysis say why."));
        setTop(head);
        setCenter(table);
    }

    void show(List<Table> newTables) {
        String before = shown().map(Table::name).orElse("");
        tables = newTables;
        choice.getItems().setAll(tables.stream().map(Table::name).toList());
        choice.getSelectionModel().select(Math.max(0, choice.getItems().indexOf(before)));
        draw();
    }

    private Optional<Table> shown() {
        int index = choice.getSelectionModel().getSelectedIndex();
        return index < 0 || index >= tables.size() ? Optional.empty() : Optional.of(tables.get(index));
    }

    private void draw() {
        table.getColumns().clear();
        table.getItems().clear();
        shown().ifPresent(now -> {
            caption.setText("%s %s rows.".formatted(now.caption(), now.rows()));
            now.columns().forEach(column -> table.getColumns().add(column(column)));
            table.setItems(FXCollections.observableArrayList(
                    IntStream.range(0, now.rows()).boxed().toList()));
        });
    }

    private static TableColumn<Integer, TableCellText> column(Table.Column shown) {
        String title = AnalysisFiles.heading(shown);
        TableColumn<Integer, TableCellText> column = new TableColumn<>(title);
        column.setPrefWidth(PADDING + LETTER * Math.max(title.length(), 6));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(TableCellText.of(shown, row.getValue())));
        return column;
    }

    private static void copy(Table table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(AnalysisFiles.csv(table));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
