package org.dalescope.app.ui.session;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.session.InputsChart;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.session.SearchTable.Column;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.UserError;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.inputs.InputAssignment;
import org.dalescope.model.network.inputs.ReceptiveFields;
import org.dalescope.model.network.inputs.ReceptiveFields.FieldOfNeuron;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/**
 * The page of the session view with the inputs of every unit, as the rules of the form assign them, and the receptive
 * fields of the neurons, which can be corrected.
 */
final class InputsView extends BorderPane {
    private static final String AS_COMPUTED = "as computed";
    private static final String NONE = "none";
    private static final String NO_RULES = "Every input drives every unit. To restrict an input, give it a rule in"
            + " Settings > Network > Inputs per unit, such as target_loc_*=field or is_face=share 0.5.";

    private final SessionCuration curating;
    private final LatestTask work = new LatestTask();
    private final FigurePane figure = new FigurePane("inputs");
    private final Label message = new Label();
    private final ObservableList<FieldOfNeuron> rows = FXCollections.observableArrayList();
    private final SortedList<FieldOfNeuron> sorted = new SortedList<>(rows);
    private final TableView<FieldOfNeuron> table = new TableView<>(sorted);
    private final ComboBox<String> correction = new ComboBox<>();
    private final BorderPane fields = new BorderPane(table);
    private final SplitPane parts = new SplitPane(figure);
    private Consumer<List<FieldOfNeuron>> onFields = found -> {};

    /** What the rules give for the session; a message instead if they are not valid. */
    private record Assigned(Optional<InputAssignment> inputs, Optional<UnitMap> units, String message) {}

    InputsView(SessionCuration curating) {
        this.curating = curating;
        parts.setOrientation(javafx.geometry.Orientation.VERTICAL);
        message.setId("inputs-message");
        message.setWrapText(true);
        message.getStyleClass().addAll("scope-head", Styles.TEXT_MUTED);
        setTop(message);
        setCenter(parts);
        table.setId("receptive-fields");
        table.setAccessibleText("Table of receptive fields");
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns().forEach(column -> table.getColumns().add(column.table()));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        fields.setTop(correctionLine());
    }

    private HBox correctionLine() {
        correction.setId("correct-field");
        correction.setOnAction(event -> correct());
        correction
                .disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Label label = new Label("Receptive field of the selected neurons");
        label.setLabelFor(correction);
        HBox line = new HBox(label, correction);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("control-row", "table-head");
        return line;
    }

    private void correct() {
        String level = correction.getValue();
        List<Integer> ids = table.getSelectionModel().getSelectedItems().stream()
                .map(FieldOfNeuron::neuron)
                .toList();
        if (level != null && !ids.isEmpty()) {
            curating.correctFields(ids, level.equals(AS_COMPUTED) ? "" : level);
            // The same level can then be chosen for other neurons.
            Platform.runLater(() -> correction.setValue(null));
        }
    }

    /** Calls back with the receptive fields whenever they were computed; none if no rule needs them. */
    void whenComputed(Consumer<List<FieldOfNeuron>> receiver) {
        onFields = receiver;
    }

    /** Shows the assignment for a session with the settings of the form. */
    void show(OpenSession open, ChartTheme theme) {
        Optional<Configuration> configuration = curating.configuration();
        if (configuration.isEmpty()) {
            return;
        }
        Session session = open.session();
        BiFunction<Session, Configuration, Split> splitting = curating.splitting();
        work.submit(
                () -> assigned(session, configuration.get(), splitting), assigned -> draw(assigned, session, theme));
    }

    private static Assigned assigned(
            Session session, Configuration configuration, BiFunction<Session, Configuration, Split> splitting) {
        try {
            Fit fit = Fit.of(session, splitting.apply(session, configuration), configuration, 1);
            return new Assigned(
                    Optional.of(fit.inputs()),
                    Optional.of(fit.parameterisation().spec().units()),
                    fit.inputs().isRestricted() ? findings(fit.inputs()) : NO_RULES);
        } catch (UserError refusal) {
            return new Assigned(Optional.empty(), Optional.empty(), refusal.sentence());
        }
    }

    private static String findings(InputAssignment inputs) {
        return String.join("\n", inputs.findings().stream().map(Finding::text).toList());
    }

    private void draw(Assigned assigned, Session session, ChartTheme theme) {
        message.setText(assigned.message());
        message.setVisible(!assigned.message().isEmpty());
        message.setManaged(message.isVisible());
        parts.setVisible(assigned.inputs().isPresent());
        onFields.accept(assigned.inputs()
                .flatMap(InputAssignment::fields)
                .map(ReceptiveFields::fields)
                .orElse(List.of()));
        assigned.inputs().ifPresent(inputs -> assigned.units().ifPresent(units -> {
            figure.show(InputsChart.of(inputs, units, theme), () -> InputsChart.of(inputs, units, ChartTheme.light()));
            showFields(inputs.fields(), session);
        }));
    }

    private void showFields(Optional<ReceptiveFields> found, Session session) {
        List<FieldOfNeuron> newest = found.map(ReceptiveFields::fields).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(FieldOfNeuron::neuron))
                .toList();
        if (!rows.equals(newest)) {
            List<Integer> ids = table.getSelectionModel().getSelectedItems().stream()
                    .map(FieldOfNeuron::neuron)
                    .toList();
            rows.setAll(newest);
            table.getItems().stream()
                    .filter(row -> ids.contains(row.neuron()))
                    .forEach(table.getSelectionModel()::select);
        }
        List<String> choices = new ArrayList<>(List.of(AS_COMPUTED, NONE));
        curating.configuration()
                .flatMap(c -> session.factor(c.network().inputs().fieldFactor()))
                .ifPresent(factor -> labels(factor).forEach(choices::add));
        if (!correction.getItems().equals(choices)) {
            correction.getItems().setAll(choices);
            correction.setPromptText("Correct");
        }
        boolean has = !newest.isEmpty();
        if (has != parts.getItems().contains(fields)) {
            parts.getItems().setAll(has ? List.of(figure, fields) : List.of(figure));
            parts.setDividerPositions(0.62);
        }
    }

    private static List<String> labels(Factor factor) {
        // The text of the setting separates its items by commas and equals signs.
        return Arrays.stream(factor.levels())
                .mapToObj(factor::label)
                .filter(label -> !label.contains(",") && !label.contains("="))
                .toList();
    }

    private static List<Column<FieldOfNeuron>> columns() {
        return List.of(
                new Column<>("Neuron", row -> "n" + row.neuron(), FieldOfNeuron::neuron),
                new Column<>("Receptive field", FieldOfNeuron::label, FieldOfNeuron::level),
                new Column<>("From", FieldOfNeuron::source, FieldOfNeuron::neuron),
                new Column<>(
                        "p",
                        row -> Double.isNaN(row.p()) ? "-" : String.format(Locale.ROOT, "%.2g", row.p()),
                        FieldOfNeuron::p));
    }
}
