package org.dalescope.app.ui.fit;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The grid of equally sized panels in the fit view, with as many legible columns as fit. As many legible rows as fit
 * fill the visible height; the other rows are below.
 */
final class PanelGrid extends Pane {
    private static final double LEAST_WIDTH = 300;
    private static final double LEAST_HEIGHT = 215;
    private static final int MOST_COLUMNS = 3;
    private final DoubleProperty sight = new SimpleDoubleProperty(0);
    private final Runnable settled;
    private Optional<Node> alone = Optional.empty();

    /**
     * An empty grid.
     *
     * @param settled called after panels moved
     */
    PanelGrid(Runnable settled) {
        this.settled = settled;
        sight.subscribe(this::requestLayout);
    }

    /** The visible height, px. */
    DoubleProperty visibleHeightProperty() {
        return sight;
    }

    /** Enlarges one panel to the whole grid, or restores all panels. */
    void enlarge(Region panel) {
        alone = alone.isPresent() ? Optional.empty() : Optional.of(panel);
        requestLayout();
    }

    /** Restores all panels. */
    void showAll() {
        alone = Optional.empty();
        requestLayout();
    }

    private List<Node> shown() {
        List<Node> all = getChildren().stream().filter(Node::isManaged).toList();
        return alone.filter(all::contains).map(List::of).orElse(all);
    }

    private static int columns(double width, int panels) {
        return Math.clamp((int) (width / LEAST_WIDTH), 1, Math.clamp(panels, 1, MOST_COLUMNS));
    }

    private double rowHeight(int rows) {
        int seen = Math.clamp((int) (sight.get() / LEAST_HEIGHT), 1, Math.max(1, rows));
        return Math.max(LEAST_HEIGHT, Math.floor(sight.get() / seen));
    }

    @Override
    protected double computePrefHeight(double width) {
        int panels = shown().size();
        int columns = columns(width < 0 ? getWidth() : width, panels);
        int rows = (panels + columns - 1) / columns;
        return rows * rowHeight(rows);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = shown();
        int columns = columns(getWidth(), shown.size());
        double height = rowHeight((shown.size() + columns - 1) / columns);
        double width = getWidth() / columns;
        for (Node child : getChildren()) {
            child.setVisible(shown.contains(child));
        }
        for (int i = 0; i < shown.size(); i++) {
            int row = i / columns;
            shown.get(i).resizeRelocate(i % columns * width, row * height, width, height);
        }
        // Panels that became visible are drawn after the layout, not during it.
        Platform.runLater(settled);
    }

    /** Whether any part of a panel is between two heights of the grid. */
    static boolean isBetween(Node panel, double from, double to) {
        double top = panel.getLayoutY();
        return panel.isVisible() && top < to && top + panel.getLayoutBounds().getHeight() > from;
    }
}
