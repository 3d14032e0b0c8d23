package org.dalescope.app.window.suite;

import javafx.scene.control.ScrollPane;
import org.dalescope.app.chart.ArmScoresChart;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.window.theme.FigurePane;
import org.dalescope.model.experiment.Comparison;

/** The arms' scores as dots, as high as its rows need; drawn anew only where the comparison is. */
final class ArmScoresPane extends ScrollPane {
    private final FigurePane sheet = new FigurePane("arm-scores");

    ArmScoresPane() {
        super();
        setContent(sheet);
        setFitToWidth(true);
        setFitToHeight(true);
    }

    void show(Comparison comparison, ChartTheme theme) {
        sheet.setMinHeight(ArmScoresChart.height(comparison, theme));
        sheet.show(ArmScoresChart.of(comparison, theme), () -> ArmScoresChart.of(comparison, ChartTheme.light()));
    }

    void command(String line) {
        sheet.command(line);
    }
}
