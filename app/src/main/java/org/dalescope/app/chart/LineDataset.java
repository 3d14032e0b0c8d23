package org.dalescope.app.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** A JFreeChart dataset that reads curves directly from primitive arrays. */
final class LineDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;
    private final transient List<Line> lines;

    LineDataset(List<Line> lines) {
        this.lines = lines;
    }

    Line line(int series) {
        return lines.get(series);
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).name() + "#" + series;
    }

    @Override
    public int getItemCount(int series) {
        return lines.get(series).x().length;
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return lines.get(series).x()[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return lines.get(series).y()[item];
    }
}
