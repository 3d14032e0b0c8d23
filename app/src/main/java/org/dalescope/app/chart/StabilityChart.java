package org.dalescope.app.chart;

import java.util.List;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.algebra.Spectrum;

/** Spectral radius and abscissa of the recurrent weights at the epochs that were kept. */
public final class StabilityChart {
    private StabilityChart() {}

    /**
     * Of one epoch's W_rec.
     *
     * @param radius largest modulus of the eigenvalues
     * @param abscissa largest real part; above 1 the linear network, tau dr/dt = -r + W r, grows
     */
    public record Point(int epoch, double radius, double abscissa) {
        public static Point of(int epoch, Spectrum spectrum) {
            double abscissa = Double.NEGATIVE_INFINITY;
            for (double real : spectrum.real()) {
                abscissa = Math.max(abscissa, real);
            }
            return new Point(epoch, spectrum.size() == 0 ? 0 : spectrum.modulus(0), abscissa);
        }
    }

    public static ChartContent of(List<Point> points, int bestEpoch, ChartTheme theme) {
        double[] epochs = points.stream().mapToDouble(Point::epoch).toArray();
        List<Line> lines = List.of(
                Line.of(
                        Words.of("chart.largest-modulus"),
                        epochs,
                        points.stream().mapToDouble(Point::radius).toArray(),
                        LineStyle.dashed(theme.second(), 1.8)),
                Line.of(
                        Words.of("chart.largest-real-part"),
                        epochs,
                        points.stream().mapToDouble(Point::abscissa).toArray(),
                        LineStyle.solid(theme.accent(), 1.8)));
        return ChartContent.of(
                        Words.of("chart.eigenvalues-of-w-rec"),
                        Words.of("chart.epoch-2"),
                        Words.of("chart.eigenvalue"),
                        lines)
                .withAxis(false, true)
                .with(
                        List.of(),
                        List.of(new Level(
                                Words.of("chart.above-1-a-linear"), 1, LineStyle.dotted(theme.foreground(), 1.2))),
                        Epochs.best(bestEpoch, true, theme));
    }
}
