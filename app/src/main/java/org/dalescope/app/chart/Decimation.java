package org.dalescope.app.chart;

import java.util.Arrays;

/** Reduces a curve of a chart to the lowest and highest point of every pixel column. The drawn curve looks the same. */
public final class Decimation {
    private Decimation() {}

    /**
     * The curve with at most two points per column, or the curve itself if it does not have more. A column without a
     * defined value keeps one NaN, so that gaps remain.
     *
     * @param columns number of pixel columns of the drawing area
     */
    public static Line minMax(Line line, int columns) {
        int points = line.x().length;
        if (columns < 1 || points <= 2 * columns) {
            return line;
        }
        double[] x = new double[2 * columns];
        double[] y = new double[2 * columns];
        int kept = 0;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * points / columns);
            int to = (int) ((long) (column + 1) * points / columns);
            int low = extreme(line.y(), from, to, -1);
            int high = extreme(line.y(), from, to, 1);
            int first = Math.min(low, high);
            int last = Math.max(low, high);
            x[kept] = line.x()[first];
            y[kept++] = line.y()[first];
            if (last != first) {
                x[kept] = line.x()[last];
                y[kept++] = line.y()[last];
            }
        }
        return line.through(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }

    /** The index of the largest value times sign; the first index if no value is defined. */
    private static int extreme(double[] y, int from, int to, int sign) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(y[best]) || sign * y[i] > sign * y[best]) {
                best = i;
            }
        }
        return best;
    }
}
