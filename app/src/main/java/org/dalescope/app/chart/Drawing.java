package org.dalescope.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A drawing, such as a chart, that can be rendered on any graphics target: a window, a PNG or an SVG. */
@FunctionalInterface
public interface Drawing {
    void draw(Graphics2D graphics, Rectangle2D area);
}
