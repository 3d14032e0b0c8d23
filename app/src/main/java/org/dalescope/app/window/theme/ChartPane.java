package org.dalescope.app.window.theme;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineChart;
import org.jfree.chart.fx.ChartViewer;

/** A chart in the window: zoom with the mouse, export by its context menu; one drawing per {@link #show}. */
public final class ChartPane extends StackPane {
    private static final int LEAST_COLUMNS = 200;
    private final LineChart chart = new LineChart();
    private int points;

    public ChartPane(String id) {
        setId(id);
        getStyleClass().add("chart-pane");
        ChartViewer viewer = new ChartViewer(chart.chart());
        viewer.getCanvas().setTooltipEnabled(false);
        getChildren().add(viewer);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void show(ChartContent content, ChartTheme theme) {
        chart.show(content, theme, Math.max(LEAST_COLUMNS, (int) getWidth()));
        points =
                content.lines().stream().mapToInt(line -> line.x().length).max().orElse(0);
        setAccessibleText(
                content.title() + ": " + content.yLabel() + " against " + content.xLabel() + ", " + points + " points");
    }

    /** Number of points of the longest curve, before reduction. */
    public int points() {
        return points;
    }
}
