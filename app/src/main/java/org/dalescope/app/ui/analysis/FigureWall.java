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

/** Figures side by side as far as there is room, each in its own proportions. */
final class FigureWall extends ScrollPane {
    /** A narrower chart cannot be read, px. */
    private static final double LEAST_WIDTH = 285;

    /** Lower, the curves of a wide chart are squeezed between its title and its legend, px. */
    private static final double LEAST_HEIGHT = 235;

    private static final double PADDING = 18;
    private static final double GAP = 8;
    private final FlowPane flow = new FlowPane(GAP, GAP);

    /** By figure, so that each keeps its zoom and a figure does not get another's. */
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

        /** Takes one column, or two where it is wide and there are two. */
        void widen(double column, boolean several) {
            double width = wide && several ? 2 * column + GAP : column;
            double height = Math.max(LEAST_HEIGHT, width * proportion);
            pane.setMinSize(width, height);
            pane.setPrefSize(width, height);
            pane.setMaxSize(width, height);
        }
    }

    /**
     * Shows figures in place of those before.
     *
     * @param toTake makes one of them, by its place, as it goes into a file
     * @param command makes their numbers
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

    /** As many columns as can be read, filling the width. */
    private void fit() {
        double width = getViewportBounds().getWidth() - PADDING;
        if (width > 0) {
            int columns = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
            double column = Math.floor((width - (columns - 1) * GAP) / columns);
            cells.values().forEach(cell -> cell.widen(column, columns > 1));
        }
    }
}
