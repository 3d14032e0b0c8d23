package org.dalescope.app.chart;

import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Creates the JFreeChart renderer that draws curves in their styles. A curve with one point is drawn as a dot. */
final class LineRenderer {
    private static final double DOT = 5;

    private LineRenderer() {}

    static XYLineAndShapeRenderer of(List<Line> lines) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int series = 0; series < lines.size(); series++) {
            Line line = lines.get(series);
            renderer.setSeriesPaint(series, line.style().colour());
            renderer.setSeriesStroke(series, line.style().stroke());
            renderer.setSeriesVisibleInLegend(series, false);
            renderer.setSeriesShape(series, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesShapesVisible(series, line.x().length == 1);
        }
        return renderer;
    }
}
