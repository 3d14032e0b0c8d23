package org.dalescope.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that can be drawn anywhere: on a window, into a PNG or an SVG. */
@FunctionalInterface
public interface Drawing {
    void draw(Graphics2D graphics, Rectangle2D area);
}
