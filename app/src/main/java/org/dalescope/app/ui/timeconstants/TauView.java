package org.dalescope.app.ui.timeconstants;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.ColumnWidth;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;

/** The view of a run's time constants: their courses over epochs and a table of first and last values. */
public final class TauView extends StackPane implements RunView {
    /** The widest title of the column whose title names an epoch. */
    private static final String WIDEST_END = "Epoch 99999 (ms)";

    private final Node empty;
    private final Label caption = new Label();
    private final ChartPane chart = new ChartPane("tau");
    private final TableView<TauViewModel.Row> table = new TableView<>();
    private final BorderPane content = new BorderPane();
    private final StringProperty endTitle = new SimpleStringProperty("Last (ms)");
    private final NeuronSelection neurons;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(RunSnapshot run, ChartTheme theme) {}

    /**
     * The view.
     *
     * @param neurons the selection whose neuron's unit is selected in the table
     */
    public TauView(Node empty, NeuronSelection neurons) {
        this.empty = empty;
        this.neurons = neurons;
        caption.setId("tau-caption");
        caption.setWrapText(true);
        VBox head = new VBox(caption);
        head.getStyleClass().add("scope-head");
        content.setTop(head);
        table.setId("tau-table");
        table.setAccessibleText("Time constants of all units");
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Unit", row -> Integer.toString(row.unit())));
        table.getColumns().add(column("Type", row -> row.type().letter()));
        table.getColumns().add(column("Neuron", TauViewModel.Row::neuron));
        table.getColumns().add(number("First (ms)", row -> number(row.startMs())));
        TableColumn<TauViewModel.Row, String> end = number("Last (ms)", row -> number(row.endMs()));
        end.setMinWidth(ColumnWidth.least(WIDEST_END));
        end.textProperty().bind(endTitle);
        table.getColumns().add(end);
        table.getColumns().add(number("Change (ms)", row -> number(row.changeMs())));
        SplitPane split = new SplitPane(chart, table);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        content.setCenter(split);
        getChildren().setAll(empty);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> Optional.ofNullable(row)
                .flatMap(TauViewModel.Row::neuronId)
                .ifPresent(neurons::choose));
        neurons.chosenProperty().subscribe(chosen -> {
            select(chosen);
            shown.ifPresent(now -> draw(now.run(), now.theme()));
        });
        chart.whenPicked(neurons::chooseNamed);
    }

    /**
     * Selects the row of a neuron's unit and scrolls to it; it stays selected when the rows change while a fit runs.
     */
    private void select(Optional<Integer> neuron) {
        neuron.ifPresent(id -> table.getItems().stream()
                .filter(row -> row.neuronId().equals(neuron))
                .filter(row -> !row.equals(table.getSelectionModel().getSelectedItem()))
                .findFirst()
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                }));
    }

    @Override
    public void show(RunSnapshot run, ChartTheme theme) {
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        caption.setText(TauViewModel.caption(run));
        shown = Optional.of(new Shown(run, theme));
        chart.command(run.reportCommand());
        draw(run, theme);
        endTitle.set(TauViewModel.endTitle(run));
        List<TauViewModel.Row> rows = TauViewModel.rows(run);
        if (!rows.equals(table.getItems())) {
            table.getItems().setAll(rows);
            select(neurons.chosenProperty().get());
        }
    }

    private void draw(RunSnapshot run, ChartTheme theme) {
        chart.show(
                TauViewModel.chart(run, neurons.chosenProperty().get(), theme).atEpoch(run.chosen(), theme), theme);
    }

    @Override
    public void showNone() {
        shown = Optional.empty();
        getChildren().setAll(empty);
    }

    private static TableColumn<TauViewModel.Row, String> column(String title, Function<TauViewModel.Row, String> text) {
        TableColumn<TauViewModel.Row, String> column = new TableColumn<>(title);
        column.setMinWidth(ColumnWidth.least(title));
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.setComparator(TauView::numbersAsNumbers);
        return column;
    }

    /** A column of numbers, right-aligned so that their decimal points stand below each other. */
    private static TableColumn<TauViewModel.Row, String> number(String title, Function<TauViewModel.Row, String> text) {
        TableColumn<TauViewModel.Row, String> column = column(title, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static int numbersAsNumbers(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } catch (NumberFormatException words) {
            return a.compareTo(b);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
