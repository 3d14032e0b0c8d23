package org.dalescope.app.ui.control;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.shape.Polyline;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineChart;

/**
 * The box over a chart with the values of all curves at the mouse. The curve under the mouse is named first and drawn
 * strong, without a new drawing of the chart.
 */
final class HoverBox extends Label {
    private static final double NEAR = 9;
    private static final double STRONG = 3;
    private static final double GAP = 8;
    private final Polyline lifted = new Polyline();

    HoverBox() {
        getStyleClass().add("hover-box");
        setVisible(false);
        lifted.setVisible(false);
        lifted.setStrokeWidth(STRONG);
        lifted.setManaged(false);
    }

    /** The strong line over the curve under the mouse. */
    Polyline lifted() {
        return lifted;
    }

    void hide() {
        setVisible(false);
        lifted.setVisible(false);
    }

    /**
     * Shows the values at a position.
     *
     * @param area the plot area of the chart
     * @param x value of the horizontal axis
     * @param pixel vertical position of the mouse
     * @return the label of the curve under the mouse
     */
    Optional<String> show(ChartContent content, LineChart chart, Rectangle2D area, double x, double pixel) {
        Optional<Line> under = under(content, chart, area, x, pixel);
        setText(ChartValues.at(x, content, under));
        setVisible(true);
        boolean isLeft = chart.place(x, area) > area.getCenterX();
        applyCss();
        autosize();
        relocate(isLeft ? area.getMinX() + GAP : area.getMaxX() - prefWidth(-1) - GAP, area.getMinY() + GAP);
        lifted.setVisible(under.isPresent());
        under.ifPresent(line -> lift(line, chart, area));
        return under.map(Line::label);
    }

    private static Optional<Line> under(
            ChartContent content, LineChart chart, Rectangle2D area, double x, double pixel) {
        Optional<Line> nearest = Optional.empty();
        double least = NEAR;
        for (Line line : content.lines()) {
            double y = line.at(x);
            double distance = Math.abs(chart.height(y, line.right(), area) - pixel);
            if (!line.label().isEmpty() && !Double.isNaN(y) && distance < least) {
                least = distance;
                nearest = Optional.of(line);
            }
        }
        return nearest;
    }

    private void lift(Line line, LineChart chart, Rectangle2D area) {
        List<Double> points = new ArrayList<>();
        for (int i = 0; i < line.x().length; i++) {
            double x = chart.place(line.x()[i], area);
            double y = chart.height(line.y()[i], line.right(), area);
            if (area.contains(x, Math.clamp(y, area.getMinY(), area.getMaxY() - 1)) && Double.isFinite(y)) {
                points.add(x);
                points.add(Math.clamp(y, area.getMinY(), area.getMaxY()));
            }
        }
        lifted.getPoints().setAll(points);
        lifted.setStroke(WindowColour.of(line.style().colour()));
    }
}
