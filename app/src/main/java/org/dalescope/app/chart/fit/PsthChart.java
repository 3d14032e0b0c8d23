package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.psth.Psth;

/**
 * A chart of one neuron's PSTH in a fit: the data with a band of its standard error, and the model on top in the colour
 * of the neuron's type, both as they are scored.
 */
public final class PsthChart {
    private PsthChart() {}

    /**
     * The data of the chart.
     *
     * @param timeMs centres of the bins
     * @param data data PSTHs, averaged over validation trials, {@code [bin][neuron]}
     * @param model model PSTHs on the same trials, {@code [bin][neuron]}, sp/s; empty before the first epoch
     */
    public record Source(double[] timeMs, Psth data, double[] model) {}

    /**
     * The chart. It draws what is scored, with the raw bins behind in pale lines; if no bin has enough trials for a
     * score, only the raw bins. The last two lines are those of the data and of the model.
     */
    public static ChartContent of(Source source, NeuronFit neuron, ChartTheme theme) {
        Psth data = source.data();
        ScoredCourse scored = ScoredCourse.of(data, source.timeMs());
        boolean smooth = !scored.isEmpty();
        // The noise of bins with few trials would hide the rest.
        int least = smooth ? ScoreKind.MINIMUM_TRIALS : 1;
        double[] rawData = raw(data, data.mean(), neuron.index(), least);
        double[] rawModel = raw(data, source.model(), neuron.index(), least);
        LineStyle dataStyle = LineStyle.solid(theme.data(), smooth ? 1.6 : 1.2);
        LineStyle modelStyle = LineStyle.solid(theme.of(neuron.type()), 2);
        double[] mean = rawData;
        double[] model = rawModel;
        double[] error = raw(data, data.standardError(), neuron.index(), least);
        List<Line> lines = new ArrayList<>();
        if (smooth) {
            lines.add(Line.of("", source.timeMs(), rawData, dataStyle.pale()));
            lines.add(Line.of("", source.timeMs(), rawModel, modelStyle.pale()));
            mean = scored.of(data.mean(), data.neurons(), neuron.index());
            error = scored.error(data.standardError(), data.neurons(), neuron.index());
            model = source.model().length == 0 ? rawModel : scored.of(source.model(), data.neurons(), neuron.index());
        }
        lines.add(Line.of("data, with standard error", source.timeMs(), mean, dataStyle));
        lines.add(Line.of("model", source.timeMs(), model, modelStyle));
        Band band = new Band(source.timeMs(), sum(mean, error, -1), sum(mean, error, 1), ChartTheme.pale(theme.data()));
        VerticalMark event = new VerticalMark("", 0, LineStyle.solid(theme.grid(), 1), false);
        return ChartContent.of(neuron.title(), "time (ms)", "rate (sp/s)", lines)
                .withAxis(false, true)
                .with(List.of(band), List.of(), List.of(event));
    }

    /** The values of a neuron in bins that enough trials reach; NaN elsewhere and before the first epoch. */
    private static double[] raw(Psth data, double[] psth, int neuron, int least) {
        double[] course = new double[data.bins()];
        for (int bin = 0; bin < course.length; bin++) {
            int at = bin * data.neurons() + neuron;
            course[bin] = data.trials()[bin] >= least && psth.length > at ? psth[at] : Double.NaN;
        }
        return course;
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + factor * b[i]);
        return sum;
    }
}
