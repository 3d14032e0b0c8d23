package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Points of one kind in a chart of a plane. The symbol distinguishes kinds that colour cannot.
 *
 * @param name name in the legend; empty for no legend entry
 * @param y same length as x
 */
public record Points(String name, double[] x, double[] y, Color colour, Symbol symbol) {
    private static final double SIZE = 7;

    /** The symbol of a point. */
    public enum Symbol {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        /** A line from point to point instead of symbols. */
        LINE,
        /** A dashed line from point to point. */
        DASHED_LINE;

        boolean isLine() {
            return this == LINE || this == DASHED_LINE;
        }
    }

    Shape shape() {
        return switch (symbol) {
            case SQUARE -> new Rectangle2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
            case TRIANGLE -> triangle();
            case CIRCLE, LINE, DASHED_LINE -> new Ellipse2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
        };
    }

    private static Shape triangle() {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(-SIZE / 2, SIZE / 2);
        path.lineTo(SIZE / 2, SIZE / 2);
        path.lineTo(0, -SIZE / 2);
        path.closePath();
        return path;
    }
}
