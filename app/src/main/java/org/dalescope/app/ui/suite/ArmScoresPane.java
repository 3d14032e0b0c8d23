package org.dalescope.app.ui.suite;

import javafx.scene.control.ScrollPane;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.comparison.ArmScoresChart;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.model.suite.results.SuiteComparison;

/**
 * The chart in the suite view of the arms' scores as dots, as high as its rows need; it is redrawn only if the
 * comparison is new.
 */
final class ArmScoresPane extends ScrollPane {
    private final FigurePane sheet = new FigurePane("arm-scores");

    ArmScoresPane() {
        super();
        setContent(sheet);
        setFitToWidth(true);
        setFitToHeight(true);
    }

    void show(SuiteComparison comparison, ChartTheme theme) {
        sheet.setMinHeight(ArmScoresChart.height(comparison, theme));
        sheet.show(ArmScoresChart.of(comparison, theme), () -> ArmScoresChart.of(comparison, ChartTheme.light()));
    }

    void command(String line) {
        sheet.command(line);
    }
}
