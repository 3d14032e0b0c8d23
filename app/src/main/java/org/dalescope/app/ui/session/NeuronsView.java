package org.dalescope.app.ui.session;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.session.SearchTable.Column;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.network.inputs.ReceptiveFields.FieldOfNeuron;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/** The page of the session view with the table of all neurons and the selected neuron's responses per condition. */
final class NeuronsView extends SplitPane {
    private static final String ALL = "all trials";
    private CheckedSession checked;
    private final List<String> areas;
    private final SearchTable<NeuronCheck> table;
    private final ComboBox<String> factor;
    private final NeuronCharts charts;
    private ChartTheme theme;
    private final Map<Integer, FieldOfNeuron> fields = new HashMap<>();
    private final TableColumn<NeuronCheck, SearchTable.Cell> fieldColumn = new Column<NeuronCheck>(
                    "Field",
                    row -> field(row).map(FieldOfNeuron::label).orElse("-"),
                    row -> field(row).map(FieldOfNeuron::level).orElse(Double.NaN))
            .table();

    NeuronsView(CheckedSession checked, SessionCuration curating, LatestTask work, ChartTheme theme) {
        this.checked = checked;
        this.charts = new NeuronCharts("neuron", work);
        this.theme = theme;
        List<NeuronCheck> rows = checked.open().preflight().neurons();
        this.areas = rows.stream()
                .map(row -> row.neuron().area())
                .distinct()
                .sorted()
                .toList();
        table = new SearchTable<>(
                "neuron",
                rows,
                columns(),
                row -> curating.isNeuronLeftOut(row.neuron().id()),
                row -> curating.toggleNeuron(row.neuron().id()));
        table.onLetter("EIUX", (letter, chosen) -> {
            List<Integer> ids = chosen.stream().map(row -> row.neuron().id()).toList();
            if (letter == 'X') {
                curating.leaveOut(ids);
            } else {
                curating.retype(ids, letter);
            }
        });
        List<String> factors = new ArrayList<>(List.of(ALL));
        SessionChoices.factors(checked.open().session()).forEach(factors::add);
        factor = new ComboBox<>(FXCollections.observableArrayList(factors));
        factor.setId("neuron-factor");
        factor.getSelectionModel().select(factors.size() > 1 ? 1 : 0);
        factor.valueProperty().subscribe(() -> draw());
        Label label = new Label("Conditions by");
        label.setLabelFor(factor);
        Label keys = new Label("Select rows and press E, I or U to set their type, X to leave them out.");
        keys.setId("neuron-keys");
        keys.getStyleClass().add(Styles.TEXT_MUTED);
        HBox line = new HBox(label, factor, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("control-row", "table-head");
        BorderPane right = new BorderPane(charts);
        right.setTop(line);
        getItems().setAll(table, right);
        // Side by side, the table's columns would be cut.
        setOrientation(javafx.geometry.Orientation.VERTICAL);
        setDividerPositions(0.4);
        table.onSelected(row -> draw());
        table.selectFirst();
    }

    void refresh() {
        table.refresh();
    }

    /** Shows another report on the same session and keeps the selection. */
    void show(CheckedSession newest) {
        checked = newest;
        table.refresh();
        draw();
    }

    /** Shows the receptive fields of E neurons as a column; none removes it. They are corrected on the page of inputs. */
    void showFields(List<FieldOfNeuron> found) {
        fields.clear();
        found.forEach(one -> fields.put(one.neuron(), one));
        table.offer(fieldColumn, !found.isEmpty());
    }

    private Optional<FieldOfNeuron> field(NeuronCheck row) {
        return Optional.ofNullable(fields.get(row.neuron().id()));
    }

    /**
     * Keeps the selected neuron equal to the selection in all views, in both directions, until the subscription ends.
     */
    Subscription follow(NeuronSelection neurons) {
        table.onNewlySelected(row -> neurons.choose(row.neuron().id()));
        return neurons.chosenProperty()
                .subscribe(chosen ->
                        chosen.ifPresent(id -> table.select(row -> row.neuron().id() == id)));
    }

    /** Draws in another theme. */
    void paint(ChartTheme newTheme) {
        theme = newTheme;
        draw();
    }

    private void draw() {
        Optional<NeuronCheck> chosen = table.selected();
        if (chosen.isEmpty()) {
            return;
        }
        NeuronCheck check = checked.neuron(chosen.get());
        SessionScreening report = checked.with(check);
        Session session = report.session();
        int neuron = session.neurons().indexOf(check.neuron());
        String by = factor.getValue();
        var activity = report.activity();
        charts.show(
                session,
                activity.mask(),
                neuron,
                () -> {
                    int[] usable = activity.trialIds(activity.usable());
                    return by.equals(ALL) ? List.of(new Condition(ALL, usable)) : Condition.named(session, usable, by);
                },
                theme);
    }

    private List<Column<NeuronCheck>> columns() {
        List<Column<NeuronCheck>> columns = new ArrayList<>(List.of(
                new Column<>("Neuron", row -> "n" + row.neuron().id(), row -> row.neuron()
                        .id()),
                new Column<>("Type", row -> letter(row), row -> letter(row).charAt(0)),
                number("sp/s", "%.1f", NeuronCheck::rate),
                number("Drift %", "%+.0f", row -> 100 * row.drift().change()),
                number("Rel.", "%.2f", row -> row.overall().reliability()),
                number("Ceiling", "%.2f", row -> row.overall().ceiling()),
                number("For 0.8", "%.0f", row -> row.overall().trialsFor(SessionScreening.WANTED_CEILING))));
        if (areas.stream().anyMatch(area -> !area.isEmpty())) {
            columns.add(
                    2,
                    new Column<>(
                            "Area",
                            row -> row.neuron().area(),
                            row -> areas.indexOf(row.neuron().area())));
        }
        return columns;
    }

    private String letter(NeuronCheck row) {
        return checked.neuron(row).neuron().type().letter();
    }

    private Column<NeuronCheck> number(String title, String format, ToDoubleFunction<NeuronCheck> inReport) {
        ToDoubleFunction<NeuronCheck> value = row -> inReport.applyAsDouble(checked.neuron(row));
        return new Column<>(
                title,
                row -> {
                    double number = value.applyAsDouble(row);
                    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
                },
                value);
    }
}
