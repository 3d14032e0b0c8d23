package org.dalescope.app.window.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.Statistic;

/** Statistics with everything they must not be shown without; the selected one's definition stands below. */
final class StatisticsPane extends BorderPane {
    private static final double NAME = 200;
    private static final double NUMBER = 75;
    private static final double WORDS = 150;
    private final TableView<Statistic> table = new TableView<>();
    private final Label detail = new Label();

    StatisticsPane() {
        super();
        table.setId("analysis-statistics");
        table.setAccessibleText(Words.of("analysis.statistics-the-selected-ones"));
        table.getStyleClass().add(Styles.DENSE);
        table.getColumns().add(column(Words.of("analysis.statistic"), s -> Cell.of(s.name()), NAME));
        table.getColumns().add(column(Words.of("analysis.value"), s -> Cell.of(s.value()), NUMBER));
        table.getColumns().add(column(Words.of("analysis.unit"), s -> Cell.of(s.unit()), NUMBER));
        table.getColumns()
                .add(column(
                        Words.of("analysis.low"), s -> Cell.of(s.uncertainty().low()), NUMBER));
        table.getColumns()
                .add(column(
                        Words.of("analysis.high"), s -> Cell.of(s.uncertainty().high()), NUMBER));
        table.getColumns()
                .add(column(
                        Words.of("analysis.interval"),
                        s -> Cell.of(s.uncertainty().over()),
                        WORDS));
        table.getColumns().add(column("p", s -> Cell.of(s.chance().p()), NUMBER));
        table.getColumns()
                .add(column(Words.of("analysis.null"), s -> Cell.of(s.chance().what()), WORDS));
        table.getColumns().add(column("n", s -> Cell.of(s.n()), WORDS));
        table.setPlaceholder(new Label(Words.of("analysis.this-analysis-has-no")));
        table.setRowFactory(all -> new Row());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(s -> detail.setText(Optional.ofNullable(s)
                        .map(StatisticsPane::words)
                        .orElse(Words.of("analysis.choose-a-statistic-to"))));
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
                        : " " + Words.of("analysis.interval-2", s.uncertainty().over()))
                + (s.chance().what().isEmpty()
                        ? ""
                        : " " + Words.of("analysis.null-2", s.chance().what())) + " n: " + s.n() + ".";
    }

    private static TableColumn<Statistic, Cell> column(String title, Function<Statistic, Cell> cell, double width) {
        TableColumn<Statistic, Cell> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(cell.apply(row.getValue())));
        return column;
    }

    private static final class Row extends TableRow<Statistic> {
        @Override
        protected void updateItem(Statistic item, boolean empty) {
            super.updateItem(item, empty);
            setTooltip(empty ? null : tip(item));
        }

        private static Tooltip tip(Statistic item) {
            Tooltip tip = new Tooltip(item.definition());
            tip.setWrapText(true);
            tip.getStyleClass().add("help-tip");
            return tip;
        }
    }
}
