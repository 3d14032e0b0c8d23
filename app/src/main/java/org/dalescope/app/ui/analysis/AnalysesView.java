package org.dalescope.app.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.analysis.AnalysisCharts;
import org.dalescope.app.chart.analysis.ChartChoices;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.common.Finding;

/** The view of a run's analyses, with the list on the left and the result of the chosen analysis on the right. */
public final class AnalysesView extends StackPane implements RunView {
    private final AnalysesViewModel model;
    private final Node empty;
    private final AnalysisHeader head;
    private final FigureWall charts = new FigureWall("analysis-charts");
    private final StatisticsPane statistics = new StatisticsPane();
    private final TablesPane tables;
    private final Label notes = new Label();
    private final TabPane result = new TabPane();
    private final StackPane middle = new StackPane();
    private final BorderPane content = new BorderPane();
    private final ProgressBar progress = new ProgressBar();
    private final LatestTask work = new LatestTask();
    private Optional<ChartTheme> theme = Optional.empty();
    private Optional<AnalysisResult> shown = Optional.empty();

    public AnalysesView(Node empty, AnalysesViewModel model, AnalysisActions actions) {
        this.empty = empty;
        this.model = model;
        this.head = new AnalysisHeader(model, this::drawCharts);
        this.tables = new TablesPane(actions);
        result.setId("analysis-views");
        result.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        result.getTabs()
                .setAll(new Tab("Charts", charts), new Tab("Statistics", statistics), new Tab("Tables", tables));
        notes.setId("analysis-notes");
        notes.setWrapText(true);
        notes.setMinHeight(USE_PREF_SIZE);
        notes.getStyleClass().add(Styles.TEXT_SMALL);
        VBox foot = new VBox(notes);
        foot.getStyleClass().add("scope-head");
        BorderPane right = new BorderPane(middle);
        right.setTop(head);
        right.setBottom(foot);
        foot.visibleProperty().bind(notes.textProperty().isNotEmpty());
        foot.managedProperty().bind(notes.textProperty().isNotEmpty());
        content.setLeft(new AnalysisList(model));
        content.setCenter(right);
        progress.setId("analysis-progress");
        progress.setAccessibleText("Progress of the analysis");
        progress.progressProperty().bind(model.progressProperty());
        getChildren().setAll(empty);
        model.stateProperty().subscribe((AnalysisState now) -> show(now));
    }

    @Override
    public void show(RunSnapshot run, ChartTheme newTheme) {
        getChildren().setAll(content);
        boolean sameLook = theme.filter(newTheme::equals).isPresent();
        theme = Optional.of(newTheme);
        model.show(run);
        head.show();
        if (!sameLook) {
            drawCharts();
        }
    }

    @Override
    public void finishDrawing() {
        model.pump();
    }

    @Override
    public void showNone() {
        model.none("No run is shown.");
        getChildren().setAll(empty);
    }

    private void show(AnalysisState state) {
        notes.setText("");
        shown = Optional.empty();
        switch (state) {
            case AnalysisState.NoRun(String why) ->
                middle.getChildren().setAll(new EmptyView("Nothing to analyse", why));
            case AnalysisState.AsksForTest(String words) ->
                middle.getChildren()
                        .setAll(new EmptyView(
                                "The test partition is not open",
                                words,
                                button("Open the test partition", "analysis-open-test", model::openTest)));
            case AnalysisState.Working() -> middle.getChildren().setAll(working());
            case AnalysisState.Without(String why) ->
                middle.getChildren()
                        .setAll(new EmptyView("No result", why, button("Compute", "analysis-again", model::refresh)));
            case AnalysisState.Done(AnalysisResult found) -> show(found);
        }
        head.show();
    }

    private void show(AnalysisResult found) {
        shown = Optional.of(found);
        middle.getChildren().setAll(result);
        statistics.show(found.statistics());
        tables.show(found.tables());
        notes.setText(found.notes().stream().map(Finding::sentences).collect(Collectors.joining("\n")));
        drawCharts();
    }

    private VBox working() {
        VBox box = new EmptyView(
                "Computing",
                "%s You can use the window in the meantime."
                        .formatted(model.kindProperty().get().help()),
                progress,
                button("Cancel", "analysis-cancel", model::cancel));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Button button(String words, String id, Runnable action) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void drawCharts() {
        AnalysisKind kind = model.kindProperty().get();
        ChartChoices chosen = model.chosen(kind);
        String command = model.command(kind);
        shown.ifPresent(found -> theme.ifPresent(now -> work.submit(
                () -> AnalysisCharts.of(kind, found, chosen, now),
                (List<Figure> figures) -> charts.show(
                        figures,
                        place -> AnalysisCharts.of(kind, found, chosen, ChartTheme.light())
                                .get(place),
                        command))));
    }
}
