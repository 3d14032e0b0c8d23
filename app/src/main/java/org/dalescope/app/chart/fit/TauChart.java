package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;

/** A chart of a fit's time constants by epoch: the means of E and I, and each unit as a pale line if units differ. */
public final class TauChart {
    private TauChart() {}

    /**
     * Creates the chart.
     *
     * @param tauMs time constants per epoch and unit, ms; E units first
     * @param excitatory number of E units
     * @param units true if single units are drawn
     */
    public static ChartContent of(
            List<double[]> tauMs, int excitatory, int bestEpoch, boolean units, ChartTheme theme) {
        int count = tauMs.isEmpty() ? 0 : tauMs.getFirst().length;
        double[] epochs =
                IntStream.rangeClosed(1, tauMs.size()).mapToDouble(e -> e).toArray();
        List<Line> lines = new ArrayList<>();
        if (units && (differ(tauMs, 0, excitatory) || differ(tauMs, excitatory, count))) {
            for (int unit = 0; unit < count; unit++) {
                LineStyle style = LineStyle.solid(unit < excitatory ? theme.excitatory() : theme.inhibitory(), 1.5);
                lines.add(Line.of("", epochs, course(tauMs, unit, unit + 1), style.pale()));
            }
        }
        lines.add(Line.of("E mean", epochs, course(tauMs, 0, excitatory), LineStyle.solid(theme.excitatory(), 2.2)));
        lines.add(
                Line.of("I mean", epochs, course(tauMs, excitatory, count), LineStyle.dashed(theme.inhibitory(), 2.2)));
        return ChartContent.of("Time constants", "epoch", "tau (ms)", lines)
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }

    /** The mean over a range of units per epoch, ms. */
    private static double[] course(List<double[]> tauMs, int from, int to) {
        double[] means = new double[tauMs.size()];
        for (int epoch = 0; epoch < means.length; epoch++) {
            double[] tau = tauMs.get(epoch);
            int end = Math.min(to, tau.length);
            double sum = 0;
            for (int unit = from; unit < end; unit++) {
                sum += tau[unit];
            }
            means[epoch] = end > from ? sum / (end - from) : Double.NaN;
        }
        return means;
    }

    private static boolean differ(List<double[]> tauMs, int from, int to) {
        if (tauMs.isEmpty() || from >= to) {
            return false;
        }
        double[] last = tauMs.getLast();
        return Arrays.stream(last, from, to).distinct().count() > 1;
    }
}
