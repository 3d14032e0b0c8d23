package org.dalescope.app.chart;

import java.util.List;
import org.jfree.data.Range;

/**
 * The ranges of a chart's axes, which include all curves, bands and levels with a margin.
 *
 * @param x range of the horizontal axis
 * @param y range of the left axis
 */
record AxisExtent(Range x, Range y) {
    private static final double MARGIN = 0.06;
    private static final double LOG_HEADROOM = 0.12;

    static AxisExtent of(ChartContent content, List<Line> lines) {
        Bounds x = new Bounds();
        Bounds y = new Bounds();
        for (Line line : lines) {
            x.addWhereDefined(line.x(), line.y());
            if (!line.right() && !line.behind()) {
                y.addAll(content.clipped() ? LogAxisOutliers.without(line.y()) : line.y());
            }
        }
        for (Band band : content.bands()) {
            x.addWhereDefined(band.x(), band.low());
            y.addAll(band.low());
            y.addAll(band.high());
        }
        content.levels().forEach(level -> y.add(level.y()));
        if (content.includeZero()) {
            y.add(0);
        }
        return new AxisExtent(x.plain(), content.logarithmic() ? y.logarithmic() : y.withMargin(content.includeZero()));
    }

    private static final class Bounds {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void addAll(double[] values) {
            for (double value : values) {
                add(value);
            }
        }

        /** Adds the positions of defined values, because an axis ends where the data end. */
        void addWhereDefined(double[] positions, double[] values) {
            for (int i = 0; i < positions.length; i++) {
                if (!Double.isNaN(values[i])) {
                    add(positions[i]);
                }
            }
        }

        void add(double value) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }

        Range plain() {
            return low > high ? new Range(0, 1) : low == high ? new Range(low - 0.5, high + 0.5) : new Range(low, high);
        }

        Range withMargin(boolean fromZero) {
            Range range = plain();
            double margin = range.getLength() * MARGIN;
            boolean keepsZero = fromZero && range.getLowerBound() == 0;
            return new Range(range.getLowerBound() - (keepsZero ? 0 : margin), range.getUpperBound() + margin);
        }

        Range logarithmic() {
            if (low > high || high <= 0) {
                return new Range(0.1, 1);
            }
            // Space above the highest curve keeps it clear of the label of the best epoch.
            return new Range(low / 1.3, high * 1.3 * Math.pow(high / low, LOG_HEADROOM));
        }
    }
}
