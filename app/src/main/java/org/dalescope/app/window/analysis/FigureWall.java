package org.dalescope.app.window.analysis;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.JFreeDrawing;
import org.dalescope.app.chart.RunFigures.Figure;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;

/** Figures side by side as far as there is room, each in its own proportions; zoom with the mouse, export by the context menu. */
final class FigureWall extends ScrollPane {
    /** A narrower chart cannot be read, px. */
    private static final double LEAST_WIDTH = 285;

    /** Lower, the curves of a wide chart are squeezed between its title and its legend, px. */
    private static final double LEAST_HEIGHT = 235;

    private static final double PADDING = 18;
    private static final double GAP = 8;
    private final FlowPane flow = new FlowPane(GAP, GAP);
    private final List<Cell> cells = new ArrayList<>();

    FigureWall(String id) {
        super();
        setContent(flow);
        setId(id);
        setFitToWidth(true);
        flow.getStyleClass().add("figure-wall");
        viewportBoundsProperty().subscribe(this::fit);
    }

    private static final class Cell extends StackPane {
        private final ChartViewer viewer = new ChartViewer(new JFreeChart(new XYPlot()));
        private double proportion = 1;
        private boolean wide;

        Cell() {
            super();
            viewer.getCanvas().setTooltipEnabled(false);
            getStyleClass().add("chart-pane");
            getChildren().add(viewer);
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        }

        void show(Figure figure) {
            if (figure.drawing() instanceof JFreeDrawing drawing) {
                viewer.setChart(drawing.chart());
            }
            proportion = figure.height() / (double) figure.width();
            wide = proportion < 0.6;
            setId(figure.name());
            setAccessibleText(figure.title() + "; the tables have it as numbers.");
        }

        /** Takes one column, or two where it is wide and there are two. */
        void widen(double column, boolean several) {
            double width = wide && several ? 2 * column + GAP : column;
            double height = Math.max(LEAST_HEIGHT, width * proportion);
            setMinSize(width, height);
            setPrefSize(width, height);
            setMaxSize(width, height);
        }
    }

    /** Shows figures in place of those before. */
    void show(List<Figure> figures) {
        while (cells.size() < figures.size()) {
            cells.add(new Cell());
        }
        for (int i = 0; i < figures.size(); i++) {
            cells.get(i).show(figures.get(i));
        }
        List<Cell> used = cells.subList(0, figures.size());
        if (!flow.getChildren().equals(used)) {
            flow.getChildren().setAll(used);
        }
        fit();
    }

    /** As many columns as can be read, filling the width. */
    private void fit() {
        double width = getViewportBounds().getWidth() - PADDING;
        if (width > 0) {
            int columns = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
            double column = Math.floor((width - (columns - 1) * GAP) / columns);
            cells.forEach(cell -> cell.widen(column, columns > 1));
        }
    }
}
