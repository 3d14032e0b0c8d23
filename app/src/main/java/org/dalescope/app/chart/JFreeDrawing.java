package org.dalescope.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A drawing that consists of one JFreeChart, so that a viewer can zoom and export it. */
public interface JFreeDrawing extends Drawing {
    JFreeChart chart();

    /**
     * Draws the chart.
     *
     * @return the plot area, inside the axes
     */
    default Rectangle2D drawn(Graphics2D graphics, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart().draw(graphics, area, info);
        return info.getPlotInfo().getDataArea();
    }

    @Override
    default void draw(Graphics2D graphics, Rectangle2D area) {
        chart().draw(graphics, area);
    }
}
