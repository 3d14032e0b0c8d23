package org.dalescope.app.chart.fit;

import java.util.List;
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
     * @param fromMs start of the window; minus infinity for the start of the trial
     * @param toMs end of the window; infinity for the end of the trial
     */
    public record Source(double[] timeMs, Psth data, double[] intact, double[] perturbed, double fromMs, double toMs) {}

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
                        List.of(),
                        List.of(),
                        List.of(new VerticalMark("", first, edge, false), new VerticalMark("", last, edge, false)));
    }

    /** The values of a neuron as they are scored, or in every bin with a trial if no bin is scored; NaN elsewhere. */
    private static double[] course(double[] psth, Source source, ScoredCourse scored, int place) {
        Psth data = source.data();
        return scored.isEmpty() ? ScoredCourse.raw(data, psth, place, 1) : scored.of(psth, data.neurons(), place);
    }
}
