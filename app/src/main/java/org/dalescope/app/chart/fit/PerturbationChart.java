package org.dalescope.app.chart.fit;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ScoredCourse;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.psth.Psth;

/**
 * A chart of one fitted neuron's PSTH under a perturbation: the data, the intact networks and the perturbed networks,
 * with the perturbation window.
 */
public final class PerturbationChart {
    private PerturbationChart() {}

    /**
     * The data of the chart.
     *
     * @param timeMs centres of the bins
     * @param data data PSTHs, averaged over the trials
     * @param intact PSTHs of the intact networks, {@code [bin * neurons + neuron]}, sp/s
     * @param perturbed PSTHs of the perturbed networks, same shape; NaN if no network gives a value
     * @param error half the length of the interval of the perturbed PSTHs over networks, same shape; NaN for a single
     *     network
     * @param fromMs start of the window; minus infinity for the start of the trial
     * @param toMs end of the window; infinity for the end of the trial
     */
    public record Source(
            double[] timeMs,
            Psth data,
            double[] intact,
            double[] perturbed,
            double[] error,
            double fromMs,
            double toMs) {}

    /**
     * The chart of a neuron.
     *
     * @param place index of the neuron in the session
     */
    public static ChartContent of(Source source, Neuron neuron, int place, ChartTheme theme) {
        int bins = source.timeMs().length;
        ScoredCourse scored = ScoredCourse.of(source.data(), source.timeMs());
        double[] data = course(source.data().mean(), source, scored, place);
        double[] intact = course(source.intact(), source, scored, place);
        double[] perturbed = course(source.perturbed(), source, scored, place);
        double first = Math.max(source.fromMs(), source.timeMs()[0]);
        double last = Math.min(source.toMs(), source.timeMs()[bins - 1]);
        LineStyle edge = LineStyle.dashed(theme.muted(), 1);
        return ChartContent.of(
                        "neuron %s (%s)".formatted(neuron.id(), neuron.type().letter()),
                        "time (ms)",
                        "rate (sp/s)",
                        List.of(
                                Line.of("data", source.timeMs(), data, LineStyle.solid(theme.data(), 1)),
                                Line.of(
                                        "intact",
                                        source.timeMs(),
                                        intact,
                                        LineStyle.dashed(theme.of(neuron.type()), 1.4)),
                                Line.of(
                                        "perturbed",
                                        source.timeMs(),
                                        perturbed,
                                        LineStyle.solid(theme.of(neuron.type()), 2))))
                .withAxis(false, true)
                .with(
                        band(source, scored, perturbed, place, theme.of(neuron.type())),
                        List.of(),
                        List.of(new VerticalMark("", first, edge, false), new VerticalMark("", last, edge, false)));
    }

    private static List<Band> band(Source source, ScoredCourse scored, double[] perturbed, int place, Color colour) {
        double[] error = course(source.error(), source, scored, place);
        double[] low = new double[error.length];
        double[] high = new double[error.length];
        // A rate is never negative.
        Arrays.setAll(low, bin -> Math.max(0, perturbed[bin] - error[bin]));
        Arrays.setAll(high, bin -> perturbed[bin] + error[bin]);
        return Arrays.stream(error).anyMatch(Double::isFinite)
                ? List.of(new Band(source.timeMs(), low, high, ChartTheme.pale(colour)))
                : List.of();
    }

    /** The values of a neuron as they are scored, or in every bin with a trial if no bin is scored; NaN elsewhere. */
    private static double[] course(double[] psth, Source source, ScoredCourse scored, int place) {
        Psth data = source.data();
        return scored.isEmpty() ? ScoredCourse.raw(data, psth, place, 1) : scored.of(psth, data.neurons(), place);
    }
}
