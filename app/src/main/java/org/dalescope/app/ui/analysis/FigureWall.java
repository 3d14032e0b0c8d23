package org.dalescope.app.ui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.control.FitToWidth;

/**
 * A scrolling wall of figures in the analyses view, in as many columns as fit; every figure keeps its own proportions.
 */
final class FigureWall extends ScrollPane {
    /** A narrower chart is not legible, px. */
    private static final double LEAST_WIDTH = 285;

    /** In a lower chart the curves are squeezed between the title and the legend, px. */
    private static final double LEAST_HEIGHT = 235;

    private static final double PADDING = 18;
    private static final double GAP = 8;
    private final FlowPane flow = new FlowPane(GAP, GAP);

    /** The cells by figure, so that each figure keeps its own zoom. */
    private final Map<String, Cell> cells = new HashMap<>();

    FigureWall(String id) {
        super();
        setContent(flow);
        setId(id);
        flow.getStyleClass().add("figure-wall");
        FitToWidth.fit(this, bounds -> fit());
    }

    private static final class Cell {
        private final FigurePane pane;
        private double proportion = 1;
        private boolean wide;

        Cell(String name) {
            this.pane = new FigurePane(name);
        }

        void show(Figure figure, Supplier<Figure> toTake) {
            proportion = figure.height() / (double) figure.width();
            wide = proportion < 0.6;
            pane.show(figure, toTake);
        }

        /** Sets the width: one column, or two if the figure is wide and there are at least two figures. */
        void widen(double column, boolean several) {
            double width = wide && several ? 2 * column + GAP : column;
            double height = Math.max(LEAST_HEIGHT, width * proportion);
            pane.setMinSize(width, height);
            pane.setPrefSize(width, height);
            pane.setMaxSize(width, height);
        }
    }

    /**
     * Replaces the shown figures.
     *
     * @param toTake makes the figure with this index as it is exported to a file
     * @param command the command line that writes the numbers of the figures
     */
    void show(List<Figure> figures, IntFunction<Figure> toTake, String command) {
        List<FigurePane> used = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            int place = i;
            Cell cell = cells.computeIfAbsent(figures.get(i).name(), Cell::new);
            cell.show(figures.get(i), () -> toTake.apply(place));
            cell.pane.command(command);
            used.add(cell.pane);
        }
        if (!flow.getChildren().equals(used)) {
            flow.getChildren().setAll(used);
        }
        fit();
    }

    /** Lays out as many legible columns as fit, over the full width. */
    private void fit() {
        double width = getViewportBounds().getWidth() - PADDING;
        if (width > 0) {
            int columns = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
            double column = Math.floor((width - (columns - 1) * GAP) / columns);
            cells.values().forEach(cell -> cell.widen(column, columns > 1));
        }
    }
}
