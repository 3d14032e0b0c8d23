package org.dalescope.app.chart.fit;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ScoredCourse;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.psth.Psth;

/**
 * A chart of one neuron's PSTH in a fit: the data with a band of its standard error, and the model on top in the colour
 * of the neuron's type, both as they are scored.
 */
public final class PsthChart {
    private static final String MODEL = "model";

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
        double[] rawData = ScoredCourse.raw(data, data.mean(), neuron.index(), least);
        double[] rawModel = ScoredCourse.raw(data, source.model(), neuron.index(), least);
        LineStyle dataStyle = LineStyle.solid(theme.data(), smooth ? 1.6 : 1.2);
        LineStyle modelStyle = LineStyle.solid(theme.of(neuron.type()), 2);
        double[] mean = rawData;
        double[] model = rawModel;
        double[] error = ScoredCourse.raw(data, data.standardError(), neuron.index(), least);
        List<Line> lines = new ArrayList<>();
        if (smooth) {
            lines.add(Line.of("", source.timeMs(), rawData, dataStyle.pale()).asBackground());
            lines.add(Line.of("", source.timeMs(), rawModel, modelStyle.pale()).asBackground());
            mean = scored.of(data.mean(), data.neurons(), neuron.index());
            error = scored.error(data.standardError(), data.neurons(), neuron.index());
            model = source.model().length == 0 ? rawModel : scored.of(source.model(), data.neurons(), neuron.index());
        }
        lines.add(Line.of("data, with standard error", source.timeMs(), mean, dataStyle));
        lines.add(Line.of(MODEL, source.timeMs(), model, modelStyle));
        Band band = Band.around(source.timeMs(), mean, error, ChartTheme.pale(theme.data()));
        VerticalMark event = new VerticalMark("", 0, LineStyle.solid(theme.grid(), 1), false);
        return ChartContent.of(neuron.title(), "time (ms)", "rate (sp/s)", lines)
                .withAxis(false, true)
                .with(List.of(band), List.of(), List.of(event));
    }

    /** The data of a neuron as they are scored, sp/s per bin, or as they are if no bin is scored; NaN elsewhere. */
    public static double[] dataCourse(Source source, NeuronFit neuron) {
        Psth data = source.data();
        ScoredCourse scored = ScoredCourse.of(data, source.timeMs());
        return scored.isEmpty()
                ? ScoredCourse.raw(data, data.mean(), neuron.index(), 1)
                : scored.of(data.mean(), data.neurons(), neuron.index());
    }

    /**
     * A condition of an overlay.
     *
     * @param name name in the legend
     */
    public record Condition(String name, Source source) {}

    /**
     * The chart of one neuron in one condition, or in several, each in its own hue: data thin with a band, model strong.
     * The axes end where the scored bins end.
     *
     * @param conditions at least one
     * @param raw whether the raw bins are drawn behind
     */
    public static ChartContent of(List<Condition> conditions, NeuronFit neuron, boolean raw, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        ChartContent own = ChartContent.of("", "", "", List.of());
        for (int k = 0; k < conditions.size(); k++) {
            own = of(PsthFigures.scored(conditions.get(k).source()), neuron, theme);
            Hue hue = conditions.size() == 1
                    ? Hue.OWN
                    : new Hue(Optional.of(theme.hue(k)), conditions.get(k).name());
            own.lines().stream()
                    .filter(line -> raw || !line.behind())
                    .map(hue::of)
                    .forEach(lines::add);
            own.bands().stream().map(hue::of).forEach(bands::add);
        }
        return own.withLines(lines).with(bands, List.of(), own.marks());
    }

    /** The hue and the name of a condition; a condition alone keeps the colours of data and model. */
    private record Hue(Optional<Color> colour, String condition) {
        private static final Hue OWN = new Hue(Optional.empty(), "");

        Line of(Line line) {
            return colour.map(hue -> recoloured(line, hue)).orElse(line);
        }

        private Line recoloured(Line line, Color hue) {
            boolean isModel = line.name().equals(MODEL);
            String name = line.name().isEmpty() ? "" : isModel ? condition + ", model" : condition;
            LineStyle style = new LineStyle(
                    isModel ? hue : ChartTheme.half(hue),
                    line.style().width(),
                    line.style().dash());
            return new Line(
                    name, name, line.x(), line.y(), line.behind() ? style.pale() : style, line.right(), line.behind());
        }

        Band of(Band band) {
            return colour.map(hue -> new Band(band.x(), band.low(), band.high(), ChartTheme.faint(hue)))
                    .orElse(band);
        }
    }
}
