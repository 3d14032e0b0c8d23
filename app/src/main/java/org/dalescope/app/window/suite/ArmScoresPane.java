package org.dalescope.app.window.suite;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ArmScoresChart;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.model.experiment.Comparison;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;

/** The arms' scores as dots, as high as its rows need; drawn anew only where the comparison is. */
final class ArmScoresPane extends ScrollPane {
    private final ChartViewer viewer = new ChartViewer(new JFreeChart(new org.jfree.chart.plot.XYPlot()));
    private final StackPane sheet = new StackPane(viewer);

    ArmScoresPane() {
        super();
        setContent(sheet);
        setFitToWidth(true);
        setFitToHeight(true);
        sheet.getStyleClass().add("chart-pane");
        viewer.getCanvas().setTooltipEnabled(false);
        sheet.setId("arm-scores");
        sheet.setMinWidth(0);
        sheet.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Comparison comparison, ChartTheme theme) {
        sheet.setMinHeight(ArmScoresChart.height(comparison));
        viewer.setChart(ArmScoresChart.chart(comparison, theme));
        sheet.setAccessibleText("Scores of " + comparison.arms().size() + " arms; the table has them as numbers.");
    }
}
