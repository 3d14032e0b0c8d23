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

/** An earlier run behind the one on show: one grey curve per chart, for comparison only. */
public record EarlierRun(String name, List<EpochRecord> history) {
    private static final double WIDTH = 2.4;
    private static final int LETTERS = 24;

    /** The total loss below the losses. */
    public ChartContent behindLosses(ChartContent content, ChartTheme theme) {
        return behind(content, "total", EpochRecord::loss, theme);
    }

    /** The validation score below the scores. */
    public ChartContent behindScore(ChartContent content, ChartTheme theme) {
        return behind(content, "validation", EpochRecord::validationPsthR, theme);
    }

    /** The mean time constant of E units below the time constants. */
    public ChartContent behindTau(ChartContent content, ChartTheme theme) {
        return behind(content, "E mean", EpochRecord::tauE, theme);
    }

    /** The norm of L_neuron's gradient below the gradients. */
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
