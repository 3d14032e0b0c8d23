package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of a matrix as coloured cells, with the first row on top and a colour scale at the right. */
public final class MatrixChart implements JFreeDrawing {
    private final JFreeChart chart;

    /**
     * The colour scale of a matrix chart.
     *
     * @param low lowest value; -high for a scale that shows signs
     * @param high highest value
     * @param missing colour of values that are not defined
     */
    public record Colours(
            String label, double low, double high, Color ofLow, Color ofMiddle, Color ofHigh, Color missing)
            implements PaintScale {
        private static final double MISSING = 0.28;

        /** A scale from the background at 0 to a full colour. */
        public static Colours upTo(String label, double high, Color full, ChartTheme theme) {
            double top = high > 0 ? high : 1;
            return new Colours(
                    label,
                    0,
                    top,
                    theme.background(),
                    PixelGrid.mix(theme.background(), full, 0.5),
                    full,
                    missing(theme));
        }

        /**
         * A scale with the colour of E for positive values, the colour of I for negative values, and the background at
         * 0.
         */
        public static Colours signed(String label, double largest, ChartTheme theme) {
            double top = largest > 0 ? largest : 1;
            return new Colours(
                    label, -top, top, theme.inhibitory(), theme.background(), theme.excitatory(), missing(theme));
        }

        private static Color missing(ChartTheme theme) {
            return PixelGrid.mix(theme.background(), theme.second(), MISSING);
        }

        /** The colour of a value; missing values have a hue that no scale has, so that they do not look like data. */
        Color at(double value) {
            if (Double.isNaN(value)) {
                return missing;
            }
            double share = (value - low) / (high - low);
            return share < 0.5
                    ? PixelGrid.mix(ofLow, ofMiddle, 2 * share)
                    : PixelGrid.mix(ofMiddle, ofHigh, 2 * share - 1);
        }

        @Override
        public double getLowerBound() {
            return low;
        }

        @Override
        public double getUpperBound() {
            return high;
        }

        @Override
        public Paint getPaint(double value) {
            return at(value);
        }
    }

    /**
     * Creates the chart.
     *
     * @param values {@code [row][column]}
     * @param borders rows and columns before which a line is drawn, for example between E and I
     * @param diagonal true if the diagonal is marked
     */
    public MatrixChart(
            String title,
            String xLabel,
            String yLabel,
            double[][] values,
            Colours colours,
            List<Integer> borders,
            boolean diagonal,
            ChartTheme theme) {
        int rows = values.length;
        int columns = rows == 0 ? 0 : values[0].length;
        XYPlot plot = new XYPlot();
        NumberAxis x = axis(columns);
        NumberAxis y = axis(rows);
        y.setInverted(true);
        plot.setDomainAxis(x);
        plot.setRangeAxis(y);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        chart.setPadding(new RectangleInsets(4, 4, 4, 4));
        ChartPaint.plain(chart, title, false, theme);
        ChartPaint.axis(x, xLabel, theme, false);
        ChartPaint.axis(y, yLabel, theme, false);
        plot.setRangeGridlinesVisible(false);
        if (rows > 0) {
            PixelGrid grid = PixelGrid.of(rows, columns, (row, column) -> colours.at(values[row][column]));
            plot.addAnnotation(new XYDataImageAnnotation(grid.image(), 0, 0, columns, rows));
        }
        LineStyle line = LineStyle.solid(theme.muted(), 1);
        borders.forEach(border -> cross(border, line));
        if (diagonal) {
            LineStyle dashes = LineStyle.dotted(theme.muted(), 1);
            plot.addAnnotation(new XYLineAnnotation(0, 0, columns, rows, dashes.stroke(), dashes.colour()));
        }
        chart.addSubtitle(explanation(colours, theme));
    }

    /** Frames the row and the column of a unit, for example of the selected neuron. */
    public void frame(int unit, ChartTheme theme) {
        LineStyle line = LineStyle.solid(theme.accent(), 1.4);
        cross(unit, line);
        cross(unit + 1, line);
    }

    /** Draws a line before a row and before a column; an annotation, because the image would cover a marker. */
    private void cross(int place, LineStyle line) {
        XYPlot plot = chart.getXYPlot();
        double columns = plot.getDomainAxis().getUpperBound();
        double rows = plot.getRangeAxis().getUpperBound();
        plot.addAnnotation(new XYLineAnnotation(place, 0, place, rows, line.stroke(), line.colour()));
        plot.addAnnotation(new XYLineAnnotation(0, place, columns, place, line.stroke(), line.colour()));
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }

    private static NumberAxis axis(int cells) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, Math.max(1, cells));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    private static PaintScaleLegend explanation(Colours colours, ChartTheme theme) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(colours.low(), colours.high());
        ChartPaint.axis(axis, colours.label(), theme, false);
        PaintScaleLegend legend = new PaintScaleLegend(colours, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setBackgroundPaint(theme.background());
        legend.setStripWidth(10);
        legend.setStripOutlineVisible(false);
        legend.setPadding(new RectangleInsets(8, 8, 40, 4));
        return legend;
    }
}
