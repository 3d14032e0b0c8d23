package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.model.training.EpochRecord;

/** An earlier run that is shown behind the charts of the current fit: one grey curve per chart, for comparison only. */
public record ReferenceRun(String name, List<EpochRecord> history) {
    private static final double WIDTH = 2.4;
    private static final int LETTERS = 24;

    /** Adds the total loss of the earlier run behind the losses. */
    public ChartContent behindLosses(ChartContent content, ChartTheme theme) {
        return behind(content, "total", EpochRecord::loss, theme);
    }

    /** Adds the validation score of the earlier run behind the scores. */
    public ChartContent behindScore(ChartContent content, ChartTheme theme) {
        return behind(content, "validation", EpochRecord::validationPsthR, theme);
    }

    /** Adds the mean time constant of the E units of the earlier run behind the time constants. */
    public ChartContent behindTau(ChartContent content, ChartTheme theme) {
        return behind(content, "E mean", EpochRecord::tauE, theme);
    }

    /** Adds the norm of the L_neuron gradient of the earlier run behind the gradients. */
    public ChartContent behindGradients(ChartContent content, ChartTheme theme) {
        return behind(content, "|grad L_neuron|", EpochRecord::gradNormNeuron, theme);
    }

    private ChartContent behind(
            ChartContent content, String what, ToDoubleFunction<EpochRecord> value, ChartTheme theme) {
        // JFreeChart draws the first series last, on top of the others.
        List<Line> lines = new ArrayList<>(content.lines());
        lines.add(Line.of(
                "ghost %s, %s".formatted(ShortRunName.of(name, LETTERS), what),
                EpochAxis.numbers(history),
                EpochAxis.values(history, value),
                LineStyle.solid(theme.ghost(), WIDTH)));
        return content.withLines(lines);
    }
}
