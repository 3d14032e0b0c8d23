package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Adds bands, levels and marks to the plot of a chart. */
final class PlotOverlay {
    /** The share of the axis that a label occupies. */
    private static final double NEAR = 0.2;

    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    private PlotOverlay() {}

    static void put(XYPlot plot, ChartContent content, ChartTheme theme) {
        plot.clearDomainMarkers();
        plot.clearRangeMarkers();
        XYItemRenderer renderer = plot.getRenderer(0);
        for (Band band : content.bands()) {
            for (double[] polygon : polygons(band)) {
                renderer.addAnnotation(new XYPolygonAnnotation(polygon, null, null, band.colour()), Layer.BACKGROUND);
            }
        }
        content.marks()
                .forEach(mark ->
                        plot.addDomainMarker(vertical(mark, isNearStart(mark, content), theme), Layer.BACKGROUND));
        // The plot names the levels in its margin.
        content.levels()
                .forEach(level -> plot.addRangeMarker(marker(level.y(), level.style(), theme), Layer.FOREGROUND));
    }

    /** Returns true if the axis would cut off a label at the left of a mark. */
    private static boolean isNearStart(VerticalMark mark, ChartContent content) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (Line line : content.lines()) {
            if (line.x().length > 0) {
                first = Math.min(first, line.x()[0]);
                last = Math.max(last, line.x()[line.x().length - 1]);
            }
        }
        return mark.x() < first + NEAR * (last - first);
    }

    private static ValueMarker vertical(VerticalMark mark, boolean labelRight, ChartTheme theme) {
        ValueMarker marker = marker(mark.x(), mark.style(), theme);
        if (!mark.label().isEmpty()) {
            marker.setLabel(mark.label());
            if (labelRight) {
                marker.setLabelAnchor(mark.atTop() ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT);
                marker.setLabelTextAnchor(mark.atTop() ? TextAnchor.TOP_LEFT : TextAnchor.BOTTOM_LEFT);
            } else {
                marker.setLabelAnchor(mark.atTop() ? RectangleAnchor.TOP_LEFT : RectangleAnchor.BOTTOM_LEFT);
                marker.setLabelTextAnchor(mark.atTop() ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
            }
            marker.setLabelOffset(new RectangleInsets(3, 4, 5, 4));
        }
        return marker;
    }

    private static ValueMarker marker(double value, LineStyle style, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(value, style.colour(), style.stroke());
        marker.setLabelPaint(style.colour());
        marker.setLabelFont(theme.font(Font.PLAIN, 11));
        marker.setLabelBackgroundColor(TRANSPARENT);
        marker.setAlpha(1);
        return marker;
    }

    /** The closed outlines of a band, one per section without gaps, as x, y, x, y... */
    static List<double[]> polygons(Band band) {
        List<double[]> polygons = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= band.x().length; i++) {
            boolean gap = i == band.x().length || Double.isNaN(band.low()[i]) || Double.isNaN(band.high()[i]);
            if (gap) {
                if (i - from > 1) {
                    polygons.add(outline(band, from, i));
                }
                from = i + 1;
            }
        }
        return polygons;
    }

    private static double[] outline(Band band, int from, int to) {
        int points = to - from;
        double[] outline = new double[4 * points];
        for (int i = 0; i < points; i++) {
            int back = to - 1 - i;
            outline[2 * i] = band.x()[from + i];
            outline[2 * i + 1] = band.high()[from + i];
            outline[2 * (points + i)] = band.x()[back];
            outline[2 * (points + i) + 1] = band.low()[back];
        }
        return outline;
    }
}
