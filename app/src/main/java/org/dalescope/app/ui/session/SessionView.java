package org.dalescope.app.ui.session;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.session.SessionCharts;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.task.LatestTask;

/** The view of the open session before a fit: findings, neurons, trials and population, with exclusions. */
public final class SessionView extends StackPane {
    /** The position of the page with the inputs of the units. */
    private static final int NEURONS = 1;

    private static final int INPUTS = 4;

    private final Node empty;
    private final SessionCuration curating;
    private final NeuronSelection neuronChoice;
    private final Runnable showMapping;
    private final Supplier<ChartTheme> theme;
    private final LatestTask work = new LatestTask();
    private final LatestTask populationWork = new LatestTask();
    private final TabPane tabs = new TabPane();
    private Optional<Shown> shown = Optional.empty();
    private Subscription followed = Subscription.EMPTY;

    private record Shown(
            CheckedSession checked,
            FindingsView findings,
            NeuronsView neurons,
            TrialsView trials,
            FigurePane population,
            FigurePane mask,
            InputsView inputs) {
        Shown with(CheckedSession newest) {
            return new Shown(newest, findings, neurons, trials, population, mask, inputs);
        }
    }

    private record Pictures(Figure population, Figure mask) {}

    /**
     * A view of a session.
     *
     * @param empty shown while no session is open
     * @param neurons the neuron selection that all views share
     * @param showMapping shows the mapping of the session's file
     * @param theme the current colours of the charts
     */
    public SessionView(
            Node empty,
            SessionCuration curating,
            NeuronSelection neurons,
            Runnable showMapping,
            Supplier<ChartTheme> theme) {
        this.empty = empty;
        this.neuronChoice = neurons;
        this.curating = curating;
        this.showMapping = showMapping;
        this.theme = theme;
        tabs.setId("session-views");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> draw());
        curating.settings().forEach(setting -> setting.addListener(changed -> refresh()));
        curating.inputSettings().forEach(setting -> setting.addListener(changed -> drawInputs()));
        getChildren().setAll(empty);
    }

    /** Shows a session, or a newer report on the one that is already shown. */
    public void show(Optional<CheckedSession> session) {
        if (session.isPresent()
                && shown.filter(now -> now.checked().open().equals(session.get().open()))
                        .isPresent()) {
            update(session.get());
            return;
        }
        followed.unsubscribe();
        shown = session.map(this::make);
        followed = shown.map(now -> now.neurons().follow(neuronChoice)).orElse(Subscription.EMPTY);
        shown.ifPresentOrElse(this::place, () -> getChildren().setAll(empty));
    }

    private void update(CheckedSession newest) {
        shown = shown.map(now -> now.with(newest));
        shown.ifPresent(now -> {
            now.findings().show(newest);
            now.neurons().show(newest);
            now.trials().show(newest);
        });
        draw();
    }

    /** Draws the charts in the current theme. */
    public void draw() {
        shown.ifPresent(now -> {
            ChartTheme colours = theme.get();
            switch (tabs.getSelectionModel().getSelectedIndex()) {
                case NEURONS -> {
                    now.neurons().paint(colours);
                    drawInputs();
                }
                case 2 -> now.trials().paint(colours);
                case 3 -> drawPopulation(now, colours);
                case INPUTS -> drawInputs();
                default -> refresh();
            }
        });
    }

    /** Computes the inputs for the pages that show them: the receptive fields are a column of the neurons' table. */
    private void drawInputs() {
        int page = tabs.getSelectionModel().getSelectedIndex();
        if (page == INPUTS || page == NEURONS) {
            shown.ifPresent(now -> now.inputs().show(now.checked().open(), theme.get()));
        }
    }

    /** Shows one of the inner pages, by its index from 0. */
    public void select(int index) {
        tabs.getSelectionModel().select(index);
    }

    private void refresh() {
        shown.ifPresent(now -> {
            now.findings().refresh();
            now.neurons().refresh();
            now.trials().refresh();
        });
    }

    private Shown make(CheckedSession checked) {
        ChartTheme colours = theme.get();
        NeuronsView neurons = new NeuronsView(checked, curating, work, colours);
        InputsView inputs = new InputsView(curating);
        inputs.whenComputed(neurons::showFields);
        return new Shown(
                checked,
                new FindingsView(checked, curating),
                neurons,
                new TrialsView(checked, curating, work, colours),
                pane("population", checked.open()),
                pane("valid-bins", checked.open()),
                inputs);
    }

    /** A pane for a figure that the page of the command line also contains. */
    private static FigurePane pane(String id, OpenSession open) {
        FigurePane pane = new FigurePane(id);
        pane.command(open.reportCommand());
        return pane;
    }

    private void place(Shown now) {
        int tab = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
        javafx.scene.control.SplitPane pictures = new javafx.scene.control.SplitPane(now.population(), now.mask());
        pictures.setOrientation(javafx.geometry.Orientation.VERTICAL);
        tabs.getTabs()
                .setAll(
                        new Tab("Check", now.findings()),
                        new Tab("Neurons", now.neurons()),
                        new Tab("Trials", now.trials()),
                        new Tab("Population", pictures),
                        new Tab("Inputs", now.inputs()));
        tabs.getSelectionModel().select(tab);
        BorderPane content = new BorderPane(tabs);
        content.setTop(head(now.checked().open()));
        getChildren().setAll(content);
        draw();
    }

    private void drawPopulation(Shown now, ChartTheme colours) {
        populationWork.submit(
                () -> new Pictures(
                        SessionCharts.population(now.checked().used(), colours),
                        SessionCharts.mask(now.checked().used().session(), colours)),
                pictures -> {
                    now.population()
                            .show(
                                    pictures.population(),
                                    () -> SessionCharts.population(now.checked().used(), ChartTheme.light()));
                    now.mask()
                            .show(
                                    pictures.mask(),
                                    () -> SessionCharts.mask(
                                            now.checked().used().session(), ChartTheme.light()));
                });
    }

    private HBox head(OpenSession open) {
        Label title = new Label(open.session().name());
        title.getStyleClass().add(Styles.TITLE_4);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button undo = new Button("Undo");
        undo.setId("undo-curation");
        undo.getStyleClass().add(Styles.SMALL);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setAccessibleText("Undo the last remedy or exclusion");
        undo.disableProperty().bind(curating.undoableProperty().not());
        undo.setOnAction(event -> curating.undo());
        Button understood = new Button("How this file was read...");
        understood.setId("show-mapping");
        understood.getStyleClass().add(Styles.SMALL);
        understood.setMinWidth(USE_PREF_SIZE);
        understood.setTooltip(new Tooltip("Show and change the mapping of the file's variables"));
        understood.setOnAction(event -> showMapping.run());
        understood.setVisible(open.session().source().mapping().isPresent());
        understood.setManaged(understood.isVisible());
        HBox head = new HBox(title, spacer, understood, undo);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("control-row", "scope-head");
        return head;
    }
}
