package org.dalescope.app.ui.control;

import java.awt.Color;
import java.awt.Graphics2D;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.overlay.OverlayFX;
import org.jfree.chart.panel.AbstractOverlay;

/**
 * Sets the paint of a chart's canvas after each drawing. The canvas returns to its first paint then, but the library
 * that draws on it remembers the last one, and does not set it again when the next drawing begins with it. A chart that
 * ended in its background colour would get a black background.
 */
final class FreshPaint extends AbstractOverlay implements OverlayFX {

    static void install(ChartCanvas canvas) {
        canvas.addOverlay(new FreshPaint());
    }

    @Override
    public void paintOverlay(Graphics2D graphics, ChartCanvas canvas) {
        // Two colours, because only a change is set.
        graphics.setPaint(Color.WHITE);
        graphics.setPaint(Color.BLACK);
    }

    /** For Swing, which this program does not use. */
    @Override
    public void paintOverlay(Graphics2D graphics, ChartPanel panel) {}
}
