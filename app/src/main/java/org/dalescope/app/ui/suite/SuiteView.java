package org.dalescope.app.ui.suite;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.app.ui.control.Icon;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;

/** The view of a suite: the setup above, the progress and the comparison of the arms below. */
public final class SuiteView extends BorderPane {
    private final SuiteViewModel model;
    private final SuiteActions actions;
    private final BooleanBinding busy;
    private final SuiteSetupView setup;
    private final StackPane middle = new StackPane();
    private final BorderPane content = new BorderPane();
    private final Label title = new Label();
    private final Label progressText = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label ceilings = new Label();
    private final Label warnings = new Label();
    private final Label answer = new Label();
    private final ComboBox<String> session = new ComboBox<>();
    private final SuiteTree tree = new SuiteTree(this::open);
    private final SuiteCharts charts;
    private Optional<SuiteSnapshot> unfoldedFor = Optional.empty();

    /**
     * The view.
     *
     * @param busy whether a suite or a fit runs
     * @param redraw asks the window to draw the shown suite again
     */
    public SuiteView(SuiteViewModel model, SuiteActions actions, BooleanBinding busy, Runnable redraw) {
        this.model = model;
        this.actions = actions;
        this.busy = busy;
        this.setup = new SuiteSetupView(model.setup(), actions, busy);
        this.charts = new SuiteCharts(redraw);
        setTop(setup);
        setCenter(middle);
        content.setTop(head());
        SplitPane split = new SplitPane(tree, charts);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        content.setCenter(split);
        tree.getSelectionModel().getSelectedItems().addListener((javafx.beans.Observable o) -> redraw.run());
        session.valueProperty().bindBidirectional(model.sessionProperty());
        session.valueProperty().subscribe(redraw);
    }

    /** Draws the shown suite once. */
    public void show(Optional<SuiteSnapshot> picture, ChartTheme theme) {
        fold(picture);
        picture.ifPresentOrElse(
                shown -> show(shown, theme), () -> middle.getChildren().setAll(empty()));
    }

    private void show(SuiteSnapshot picture, ChartTheme theme) {
        SuiteTableText reading =
                SuiteTableText.of(picture, model.sessionProperty().get());
        if (!middle.getChildren().contains(content)) {
            middle.getChildren().setAll(content);
        }
        title.setText(picture.name());
        title.setTooltip(new Tooltip(picture.results().suite().command()));
        progressText.setText(reading.headline());
        progress.setProgress(picture.share());
        ceilings.setText(reading.ceilings());
        show(warnings, reading.warnings());
        show(answer, reading.answer());
        showSessions(reading);
        tree.show(reading.lines());
        charts.show(reading, tree.selectedArms(), theme);
    }

    private void showSessions(SuiteTableText reading) {
        var sessions = SuiteTableText.sessions(reading.picture());
        if (!session.getItems().equals(sessions)) {
            session.getItems().setAll(sessions);
            session.setValue(reading.session());
        }
        session.setVisible(sessions.size() > 1);
        session.setManaged(sessions.size() > 1);
    }

    /** Closes the setup when a suite is shown; if the user opens it afterwards, it stays open. */
    private void fold(Optional<SuiteSnapshot> picture) {
        boolean same = picture.map(SuiteSnapshot::folder).equals(unfoldedFor.map(SuiteSnapshot::folder));
        if (!same) {
            setup.unfold(picture);
            tree.getSelectionModel().clearSelection();
        }
        unfoldedFor = picture;
    }

    private EmptyView empty() {
        return model.runningProperty().get()
                ? new EmptyView(
                        Icon.RUNNING,
                        "The suite is starting",
                        "The session is opened, and every arm is checked before the first fit.")
                : new EmptyView(
                        Icon.LAYERS,
                        "No suite to show",
                        "A suite fits several arms (variants of the settings), each with several seeds. It shows which"
                                + " differences between arms are larger than those between seeds. Choose a plan above"
                                + " and start it, or choose a suite in the library on the left.");
    }

    private VBox head() {
        title.setId("suite-title");
        title.getStyleClass().add(Styles.TITLE_4);
        progressText.setId("suite-progress");
        progressText.setWrapText(true);
        ceilings.setId("suite-ceilings");
        ceilings.setWrapText(true);
        ceilings.getStyleClass().add(Styles.TEXT_MUTED);
        warnings.setId("suite-warnings");
        warnings.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
        answer.setId("suite-answer");
        answer.setWrapText(true);
        answer.getStyleClass().add(Styles.TEXT_BOLD);
        progress.setAccessibleText("Progress of the suite");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        progress.visibleProperty().bind(model.runningProperty());
        progress.managedProperty().bind(model.runningProperty());
        HBox line = new HBox(progress, progressText);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        VBox head = new VBox(title, line, answer, ceilings, warnings, controls());
        head.getStyleClass().add("scope-head");
        return head;
    }

    private FlowPane controls() {
        ToggleButton scores = new ToggleButton("Scores");
        scores.setId("suite-scores");
        scores.getStyleClass().addAll(Styles.SMALL, Styles.LEFT_PILL);
        ToggleButton health = new ToggleButton("Plausibility");
        health.setId("suite-health");
        health.getStyleClass().addAll(Styles.SMALL, Styles.RIGHT_PILL);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(scores, health);
        group.selectToggle(scores);
        group.selectedToggleProperty().subscribe(chosen -> tree.showHealth(health.equals(chosen)));
        Button openFit = button("Open fit", "open-fit", "Show the selected seed's fit in the views of a run (Enter)");
        openFit.setOnAction(event -> tree.selectedFit().ifPresent(this::open));
        openFit.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> tree.selectedFit().isEmpty(),
                        tree.getSelectionModel().selectedItemProperty(),
                        model.pictureProperty()));
        Button stop = button("Stop suite", "stop-suite", "Finished fits are kept, and Resume continues the others");
        stop.setOnAction(event -> actions.stopSuite());
        stop.disableProperty().bind(model.runningProperty().not().or(model.stoppingProperty()));
        Button resume = button("Resume suite", "resume-suite", "Runs the missing fits and repeats the failed ones");
        resume.setOnAction(event -> actions.resumeSuite());
        resume.disableProperty()
                .bind(busy.or(Bindings.createBooleanBinding(
                        () -> model.pictureProperty()
                                .get()
                                .filter(SuiteSnapshot::canResume)
                                .isEmpty(),
                        model.pictureProperty())));
        Button report = button("Open report", "suite-report", "Shows the report, report.html in the suite's folder");
        report.setOnAction(event -> actions.openSuiteReport());
        report.disableProperty()
                .bind(model.runningProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> model.pictureProperty().get().isEmpty(), model.pictureProperty())));
        session.setId("suite-session");
        session.setAccessibleText("Session of the suite");
        FlowPane row = new FlowPane(new HBox(scores, health), session, openFit, stop, resume, report);
        row.getStyleClass().add("suite-controls");
        return row;
    }

    private static Button button(String text, String id, String tip) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    /** Shows text in one line, with the full text in the tooltip, so that the table keeps its height. */
    private static void show(Label label, String text) {
        label.setText(text);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private void open(FitLine line) {
        model.pictureProperty()
                .get()
                .ifPresent(
                        shown -> actions.openFit(shown.folder().run(line.cell()).folder()));
    }
}
