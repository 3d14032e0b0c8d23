package org.dalescope.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/**
 * A plot whose horizontal levels are named in the right margin, each beside its line. Labels that would overlap are moved
 * apart.
 */
final class LevelLabels extends XYPlot {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 11;
    private static final double GAP = 4;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private transient List<HorizontalMark> levels = List.of();
    private transient ChartTheme theme = ChartTheme.light();

    /** Sets the levels to be named at the next drawing, and returns the width that their labels need. */
    double show(List<HorizontalMark> newLevels, ChartTheme newTheme) {
        levels = newLevels.stream().filter(level -> !level.label().isEmpty()).toList();
        theme = newTheme;
        return levels.stream()
                .mapToDouble(
                        level -> font().getStringBounds(level.label(), MEASURE).getWidth() + 2 * GAP)
                .max()
                .orElse(0);
    }

    private Font font() {
        return theme.font(Font.PLAIN, SIZE);
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        PlotRenderingInfo own = info == null ? new PlotRenderingInfo(new ChartRenderingInfo()) : info;
        super.draw(g2, area, anchor, parent, own);
        Rectangle2D data = own.getDataArea();
        if (data == null || levels.isEmpty()) {
            return;
        }
        double height = font().getSize() + 2.0;
        List<HorizontalMark> ordered = levels.stream()
                .filter(level -> getRangeAxis().getRange().contains(level.y()))
                .sorted(Comparator.comparingDouble(HorizontalMark::y).reversed())
                .toList();
        double[] middles = apart(
                ordered.stream().mapToDouble(HorizontalMark::y).toArray(),
                y -> getRangeAxis().valueToJava2D(y, data, getRangeAxisEdge()),
                height,
                data.getMaxY());
        // The plot restores the clip with the canvas's state, but not the record of its font and paint.
        g2.setFont(font().deriveFont(1f));
        g2.setFont(font());
        g2.setPaint(theme.background());
        for (int i = 0; i < middles.length; i++) {
            g2.setPaint(ordered.get(i).style().colour());
            g2.drawString(ordered.get(i).label(), (float) (data.getMaxX() + GAP), (float) (middles[i] + 0.35 * SIZE));
        }
    }

    /**
     * The vertical middles of labels, in pixels, at least a label's height apart and as near as possible to their
     * levels from above.
     *
     * @param levels the highest first
     * @param place the pixel of a level, growing downwards
     * @param bottom the lowest middle of a label
     */
    static double[] apart(double[] levels, DoubleUnaryOperator place, double height, double bottom) {
        double[] middles = new double[levels.length];
        for (int i = 0; i < middles.length; i++) {
            double own = place.applyAsDouble(levels[i]);
            middles[i] = i == 0 ? own : Math.max(own, middles[i - 1] + height);
        }
        // Labels that were pushed below the plot move up together.
        double limit = bottom;
        for (int i = middles.length - 1; i >= 0 && middles[i] > limit; i--) {
            middles[i] = limit;
            limit -= height;
        }
        return middles;
    }
}
