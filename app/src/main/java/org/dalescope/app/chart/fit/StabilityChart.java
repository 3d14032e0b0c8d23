package org.dalescope.app.chart.fit;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.math.linear.EigenvalueSpectrum;

/** A chart of the spectral radius and abscissa of a fit's recurrent weights at the stored epochs. */
public final class StabilityChart {
    private StabilityChart() {}

    /**
     * The values of one epoch's W_rec.
     *
     * @param radius largest modulus of the eigenvalues
     * @param abscissa largest real part; above 1 the linear network, tau dr/dt = -r + W r, grows
     */
    public record Point(int epoch, double radius, double abscissa) {
        public static Point of(int epoch, EigenvalueSpectrum spectrum) {
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
                        "largest modulus",
                        epochs,
                        points.stream().mapToDouble(Point::radius).toArray(),
                        LineStyle.dashed(theme.second(), 1.8)),
                Line.of(
                        "largest real part",
                        epochs,
                        points.stream().mapToDouble(Point::abscissa).toArray(),
                        LineStyle.solid(theme.accent(), 1.8)));
        return ChartContent.of("Eigenvalues of W_rec", "epoch", "eigenvalue", lines)
                .withAxis(false, true)
                .with(
                        List.of(),
                        List.of(new HorizontalMark(
                                "a linear network grows above 1", 1, LineStyle.dotted(theme.foreground(), 1.2))),
                        EpochAxis.best(bestEpoch, true, theme));
    }
}
