package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.session.psth.Psth;

/**
 * A chart of one neuron's PSTH in a fit: the data with a band of its standard error, and the model on top in the colour
 * of the neuron's type.
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

    public static ChartContent of(Source source, NeuronFit neuron, ChartTheme theme) {
        Psth data = source.data();
        int bins = data.bins();
        double[] mean = new double[bins];
        double[] low = new double[bins];
        double[] high = new double[bins];
        double[] model = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            int at = bin * data.neurons() + neuron.index();
            boolean valid = data.trials()[bin] > 0;
            mean[bin] = valid ? data.mean()[at] : Double.NaN;
            low[bin] = valid ? mean[bin] - data.standardError()[at] : Double.NaN;
            high[bin] = valid ? mean[bin] + data.standardError()[at] : Double.NaN;
            model[bin] = valid && source.model().length > at ? source.model()[at] : Double.NaN;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("data, with standard error", source.timeMs(), mean, LineStyle.solid(theme.data(), 1.2)));
        lines.add(Line.of("model", source.timeMs(), model, LineStyle.solid(theme.of(neuron.type()), 2)));
        Band band = new Band(source.timeMs(), low, high, ChartTheme.pale(theme.data()));
        VerticalMark event = new VerticalMark("", 0, LineStyle.solid(theme.grid(), 1), false);
        return ChartContent.of(neuron.title(), "time (ms)", "rate (sp/s)", lines)
                .withAxis(false, true)
                .with(List.of(band), List.of(), List.of(event));
    }
}
