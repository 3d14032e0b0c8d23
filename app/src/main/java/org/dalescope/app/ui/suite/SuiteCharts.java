package org.dalescope.app.ui.suite;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.comparison.ArmLearningCurves;
import org.dalescope.app.chart.grant.GrantFigureDrawing;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.DrawingPane;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.model.common.Finding;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.results.SuiteComparison;

/**
 * The charts in the suite view, below its table: learning curves, scores and findings; only the selected tab is drawn.
 */
final class SuiteCharts extends TabPane {
    private final ChartPane curves = new ChartPane("suite-curves");
    private final ArmScoresPane scores = new ArmScoresPane();
    private final VBox findings = new VBox();
    private final Tab curvesTab = new Tab("Learning curves");
    private final Tab scoresTab = new Tab("Scores of the arms");
    private final Tab findingsTab = new Tab("Findings");
    private final Tab figureTab = new Tab("Figure");
    private final DrawingPane figure = new DrawingPane("suite-figure");
    private Optional<DrawnFigure> drawnFigure = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();

    /** The data from which the scores were last drawn. */
    private record Drawn(SuiteComparison comparison, ChartTheme theme) {}

    /** The answer from which the figure was last drawn. */
    private record DrawnFigure(GrantFigure answer, ChartTheme theme) {}

    SuiteCharts(Runnable redraw) {
        setId("suite-charts");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getStyleClass().add(Styles.DENSE);
        findings.setId("suite-findings");
        findings.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(findings);
        scroll.setFitToWidth(true);
        findingsTab.setContent(scroll);
        figureTab.setContent(figure);
        getTabs().setAll(curvesTab, scoresTab, findingsTab);
        getSelectionModel().selectedItemProperty().subscribe(redraw);
        setMinHeight(0);
    }

    void show(SuiteTableText reading, Set<String> arms, ChartTheme theme) {
        showFindings(reading.findings());
        offerFigure(reading.figure().isPresent());
        curves.command(reading.reportCommand());
        scores.command(reading.reportCommand());
        // Tab.isSelected is not used: while the selection reports its change, no tab is selected yet.
        Tab chosen = getSelectionModel().getSelectedItem();
        if (curvesTab.equals(chosen)) {
            showCurves(reading, arms, theme);
        } else if (scoresTab.equals(chosen)) {
            showScores(reading.comparison(), theme);
        } else if (figureTab.equals(chosen)) {
            reading.figure().ifPresent(answer -> showFigure(answer, theme));
        }
    }

    /** Adds or removes the tab of the figure, which only some plans have. */
    private void offerFigure(boolean isThere) {
        if (isThere && !getTabs().contains(figureTab)) {
            getTabs().add(figureTab);
        } else if (!isThere) {
            getTabs().remove(figureTab);
        }
    }

    private void showFigure(GrantFigure answer, ChartTheme theme) {
        Optional<DrawnFigure> wanted = Optional.of(new DrawnFigure(answer, theme));
        if (!drawnFigure.equals(wanted)) {
            drawnFigure = wanted;
            figure.show(GrantFigureDrawing.of(answer, theme));
        }
    }

    private void showCurves(SuiteTableText reading, Set<String> arms, ChartTheme theme) {
        List<ArmLearningCurves.Course> courses = reading.courses(arms);
        if (courses.stream().allMatch(course -> course.seeds().isEmpty())) {
            put(
                    curvesTab,
                    new EmptyView(
                            "No curves yet",
                            "The curves appear after the first epoch of the base or of a" + " selected arm."));
            return;
        }
        put(curvesTab, curves);
        curves.show(
                ArmLearningCurves.content(
                        "Mean over seeds, band: 1 SD%s"
                                .formatted(arms.isEmpty() ? "" : "; the base and the selected arms"),
                        courses,
                        reading.comparison().ceilingTrainingPsth(),
                        theme),
                theme);
    }

    private void showScores(SuiteComparison comparison, ChartTheme theme) {
        if (comparison.arms().stream().allMatch(row -> row.seeds().isEmpty())) {
            put(scoresTab, new EmptyView("No scores yet", "The scores appear after the first finished fit."));
            drawn = Optional.empty();
            return;
        }
        put(scoresTab, scores);
        Optional<Drawn> wanted = Optional.of(new Drawn(comparison, theme));
        if (!drawn.equals(wanted)) {
            drawn = wanted;
            scores.show(comparison, theme);
        }
    }

    private static void put(Tab tab, Node content) {
        if (!content.equals(tab.getContent())) {
            tab.setContent(content);
        }
    }

    private void showFindings(List<Finding> list) {
        findingsTab.setText(list.isEmpty() ? "Findings" : "Findings (%s)".formatted(list.size()));
        findings.getChildren()
                .setAll(
                        list.isEmpty()
                                ? List.of(new Label("No findings: no problem was found."))
                                : list.stream().map(SuiteCharts::finding).toList());
    }

    private static Label finding(Finding finding) {
        boolean serious = finding.severity() == Finding.Severity.WARNING;
        Label label = new Label((serious ? "! " : "i ") + finding.text());
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("finding", serious ? Styles.BG_WARNING_SUBTLE : Styles.BG_ACCENT_SUBTLE);
        return label;
    }
}
