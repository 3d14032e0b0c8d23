package org.dalescope.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/**
 * The style of a line in a chart. The dash pattern distinguishes lines that colour cannot.
 *
 * @param width in pixels at scale 1
 */
public record LineStyle(Color colour, float width, Dash dash) {
    /** The pattern of a line. */
    public enum Dash {
        SOLID,
        DASHED,
        DOTTED
    }

    /** A solid line. */
    public static LineStyle solid(Color colour, double width) {
        return new LineStyle(colour, (float) width, Dash.SOLID);
    }

    /** A dashed line. */
    public static LineStyle dashed(Color colour, double width) {
        return new LineStyle(colour, (float) width, Dash.DASHED);
    }

    /** A dotted line. */
    public static LineStyle dotted(Color colour, double width) {
        return new LineStyle(colour, (float) width, Dash.DOTTED);
    }

    /** The pale style of a raw line that is drawn below its smoothed line. */
    public LineStyle pale() {
        return new LineStyle(ChartTheme.pale(colour), Math.max(1, width - 0.5f), Dash.SOLID);
    }

    LineStyle repainted(ChartTheme from, ChartTheme to) {
        return new LineStyle(from.in(to, colour), width, dash);
    }

    public Stroke stroke() {
        float[] pattern =
                switch (dash) {
                    case SOLID -> new float[0];
                    case DASHED -> new float[] {6, 4};
                    case DOTTED -> new float[] {1.5f, 3.5f};
                };
        return pattern.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }
}
