package org.dalescope.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * A chart of curves whose content can change while its zoom is kept. Each new content causes one change event, and
 * therefore one redraw.
 */
public final class LineChart implements JFreeDrawing {
    private static final int RIGHT = 1;
    private final LevelLabels plot = new LevelLabels();
    private final JFreeChart chart = new JFreeChart("", JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private Runnable zoomed = () -> {};
    private boolean isSetting;
    private Range shownX = new Range(0, 1);
    private Range shownY = new Range(0, 1);

    public LineChart() {
        plot.setDomainAxis(new NumberAxis());
        plot.setRangeAxis(new NumberAxis());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.getDomainAxis().addChangeListener(change -> {
            if (!isSetting) {
                zoomed.run();
            }
        });
    }

    /** The JFreeChart for a viewer. Its content changes with {@link #show}. */
    @Override
    public JFreeChart chart() {
        return chart;
    }

    /**
     * Shows content in a theme.
     *
     * @param columns number of pixel columns of the drawing area; long curves are reduced to it
     */
    public void show(ChartContent content, ChartTheme theme, int columns) {
        chart.setNotify(false);
        isSetting = true;
        List<Line> lines = content.drawable();
        lines(lines, content, columns);
        axes(content, lines);
        PlotOverlay.put(plot, content, theme);
        double margin = content.legend() ? plot.show(content.levels(), theme) : plot.show(List.of(), theme);
        chart.setPadding(new RectangleInsets(4, 4, 4, 10 + margin));
        ChartPaint.apply(chart, content, lines, theme);
        isSetting = false;
        chart.setNotify(true);
    }

    /** Calls back when the user zooms or moves the horizontal axis, but not when {@link #show} sets it. */
    public void whenZoomed(Runnable newZoomed) {
        zoomed = newZoomed;
    }

    /** Whether a zoom was undone and the next {@link #show} sets the range. */
    public boolean isShowingAll() {
        return plot.getDomainAxis().isAutoRange();
    }

    /** Shows the horizontal range of another chart over the same axis. */
    public void zoomLike(LineChart other) {
        Range range = other.plot.getDomainAxis().getRange();
        if (!range.equals(plot.getDomainAxis().getRange())) {
            isSetting = true;
            plot.getDomainAxis().setRange(range);
            isSetting = false;
        }
    }

    /** Resets the user's zoom; takes effect at the next {@link #show}. */
    public void showAll() {
        plot.getDomainAxis().setAutoRange(true);
        plot.getRangeAxis().setAutoRange(true);
    }

    /** Converts a value of the horizontal axis to a position in the plot area. */
    public double place(double x, Rectangle2D area) {
        return plot.getDomainAxis().valueToJava2D(x, area, plot.getDomainAxisEdge());
    }

    /** Converts a value of a curve's vertical axis to a position in the plot area. */
    public double height(double y, boolean right, Rectangle2D area) {
        int axis = right && plot.getRangeAxis(RIGHT) != null ? RIGHT : 0;
        return plot.getRangeAxis(axis).valueToJava2D(y, area, plot.getRangeAxisEdge(axis));
    }

    /** Converts a position in the plot area to a value of the horizontal axis. */
    public double value(double place, Rectangle2D area) {
        return plot.getDomainAxis().java2DToValue(place, area, plot.getDomainAxisEdge());
    }

    /** Shows content on a logarithmic horizontal axis, for example for epochs 1, 2, 4, 8. */
    public void showOnLogarithmicX(ChartContent content, ChartTheme theme, int columns) {
        show(content, theme, columns);
        Range range = plot.getDomainAxis().getRange();
        PlainLogAxis axis = new PlainLogAxis();
        axis.setRange(range.getLowerBound() * 0.9, range.getUpperBound() * 1.1);
        plot.setDomainAxis(axis);
        ChartPaint.axis(axis, content.xLabel(), theme, false);
    }

    private void lines(List<Line> lines, ChartContent content, int columns) {
        List<Line> left = lines.stream().filter(line -> !line.right()).toList();
        List<Line> right = lines.stream().filter(Line::right).toList();
        plot.setRenderer(0, LineRenderer.of(left));
        plot.setDataset(
                0,
                new LineDataset(
                        left.stream().map(l -> Decimation.minMax(l, columns)).toList()));
        if (!content.rightLabel().isEmpty()) {
            if (plot.getRangeAxis(RIGHT) == null) {
                plot.setRangeAxis(RIGHT, new NumberAxis());
            }
            plot.setRenderer(RIGHT, LineRenderer.of(right));
            plot.setDataset(
                    RIGHT,
                    new LineDataset(right.stream()
                            .map(l -> Decimation.minMax(l, columns))
                            .toList()));
            plot.mapDatasetToRangeAxis(RIGHT, RIGHT);
        }
    }

    private void axes(ChartContent content, List<Line> lines) {
        boolean isLogarithmic = plot.getRangeAxis() instanceof PlainLogAxis;
        if (isLogarithmic != content.logarithmic()) {
            plot.setRangeAxis(content.logarithmic() ? new PlainLogAxis() : new NumberAxis());
            shownY = plot.getRangeAxis().getRange();
        }
        // A range that differs from the one set here last is the user's zoom and is kept.
        AxisExtent extent = AxisExtent.of(content, lines);
        if (plot.getDomainAxis().getRange().equals(shownX)
                || plot.getDomainAxis().isAutoRange()) {
            shownX = extent.x();
            plot.getDomainAxis().setRange(shownX);
        }
        if (plot.getRangeAxis().getRange().equals(shownY) || plot.getRangeAxis().isAutoRange()) {
            shownY = extent.y();
            plot.getRangeAxis().setRange(shownY);
        }
        if (plot.getRangeAxis(RIGHT) != null) {
            plot.getRangeAxis(RIGHT).setRange(-1.05, 1.05);
        }
        if (content.xLabel().equals("epoch")) {
            plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
    }
}
