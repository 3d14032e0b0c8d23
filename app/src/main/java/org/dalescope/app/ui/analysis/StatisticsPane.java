package org.dalescope.app.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.control.HelpTip;
import org.dalescope.model.analysis.core.Statistic;

/**
 * The table of an analysis' statistics in the analyses view, with unit, interval and null; the definition of the
 * selected one is shown below.
 */
final class StatisticsPane extends BorderPane {
    private static final double NAME = 200;
    private static final double NUMBER = 75;
    private static final double WORDS = 150;
    private final TableView<Statistic> table = new TableView<>();
    private final Label detail = new Label();

    StatisticsPane() {
        super();
        table.setId("analysis-statistics");
        table.setAccessibleText("Statistics. The definition of the selected one is below the table.");
        table.getStyleClass().add(Styles.DENSE);
        table.getColumns().add(column("Statistic", s -> TableCellText.of(s.name()), NAME));
        table.getColumns().add(column("Value", s -> TableCellText.of(s.value()), NUMBER));
        table.getColumns().add(column("Unit", s -> TableCellText.of(s.unit()), NUMBER));
        table.getColumns()
                .add(column("Low", s -> TableCellText.of(s.uncertainty().low()), NUMBER));
        table.getColumns()
                .add(column("High", s -> TableCellText.of(s.uncertainty().high()), NUMBER));
        table.getColumns()
                .add(column("Interval", s -> TableCellText.of(s.uncertainty().over()), WORDS));
        table.getColumns().add(column("p", s -> TableCellText.of(s.chance().p()), NUMBER));
        table.getColumns().add(column("Null", s -> TableCellText.of(s.chance().what()), WORDS));
        table.getColumns().add(column("n", s -> TableCellText.of(s.n()), WORDS));
        table.setPlaceholder(new Label("This analysis has no statistics for these trials. Its notes say why."));
        table.setRowFactory(all -> new Row());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(s -> detail.setText(Optional.ofNullable(s)
                        .map(StatisticsPane::words)
                        .orElse("Choose a statistic to see its definition.")));
        detail.setId("analysis-definition");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox foot = new VBox(detail);
        foot.getStyleClass().add("scope-head");
        setCenter(table);
        setBottom(foot);
    }

    void show(List<Statistic> statistics) {
        table.getItems().setAll(statistics);
        table.getSelectionModel().selectFirst();
    }

    private static String words(Statistic s) {
        return s.name() + ": " + s.definition() + "."
                + (s.uncertainty().over().isEmpty()
                        ? ""
                        : " Interval: %s.".formatted(s.uncertainty().over()))
                + (s.chance().what().isEmpty()
                        ? ""
                        : " Null: %s.".formatted(s.chance().what())) + " n: " + s.n() + ".";
    }

    private static TableColumn<Statistic, TableCellText> column(
            String title, Function<Statistic, TableCellText> cell, double width) {
        TableColumn<Statistic, TableCellText> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(cell.apply(row.getValue())));
        return column;
    }

    private static final class Row extends TableRow<Statistic> {
        @Override
        protected void updateItem(Statistic item, boolean empty) {
            super.updateItem(item, empty);
            setTooltip(empty ? null : HelpTip.of(item.definition()));
        }
    }
}
