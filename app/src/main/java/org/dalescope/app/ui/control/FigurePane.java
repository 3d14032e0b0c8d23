package org.dalescope.app.ui.control;

import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.JFreeDrawing;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** A chart pane for any view, which shows a single figure of any kind. */
public final class FigurePane extends ChartFrame {
    private final ChartViewer viewer;
    private Optional<Figure> shown = Optional.empty();
    private Supplier<Optional<Figure>> file = Optional::empty;
    private Range x = new Range(0, 1);
    private Range y = new Range(0, 1);

    public FigurePane(String id) {
        this(id, new ChartViewer(new JFreeChart(new XYPlot()), false));
    }

    private FigurePane(String id, ChartViewer viewer) {
        super(id, viewer);
        this.viewer = viewer;
    }

    /**
     * Shows a figure that is one chart. The user's zoom is kept if the new figure has the same axes.
     *
     * @param toTake makes the same figure as it is exported to a file: on white, with the default font size
     */
    public void show(Figure figure, Supplier<Figure> toTake) {
        shown = Optional.of(figure);
        file = () -> Optional.of(toTake.get());
        if (figure.drawing() instanceof JFreeDrawing drawing) {
            place(drawing.chart());
        }
        setAccessibleText(
                "%s, %s points".formatted(figure.title(), figure.numbers().rows()));
        refresh();
    }

    /** The number of points of the shown figure; 0 if there is none. */
    public int points() {
        return shown.map(figure -> figure.numbers().rows()).orElse(0);
    }

    @Override
    Optional<Figure> figure() {
        return file.get();
    }

    /** Restores the original axes of the figure. */
    @Override
    public void showAll() {
        XYPlot plot = viewer.getChart().getXYPlot();
        plot.getDomainAxis().setRange(x);
        plot.getRangeAxis().setRange(y);
    }

    private void place(JFreeChart chart) {
        Optional<ValueAxis> oldX =
                Optional.ofNullable(viewer.getChart().getXYPlot().getDomainAxis());
        Optional<ValueAxis> oldY =
                Optional.ofNullable(viewer.getChart().getXYPlot().getRangeAxis());
        Range newX = chart.getXYPlot().getDomainAxis().getRange();
        Range newY = chart.getXYPlot().getRangeAxis().getRange();
        oldX.map(ValueAxis::getRange)
                .filter(before -> newX.equals(x))
                .ifPresent(chart.getXYPlot().getDomainAxis()::setRange);
        oldY.map(ValueAxis::getRange)
                .filter(before -> newY.equals(y))
                .ifPresent(chart.getXYPlot().getRangeAxis()::setRange);
        x = newX;
        y = newY;
        viewer.setChart(chart);
    }
}
