package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;

/**
 * A chart of the mean rates of a fit's recorded E and I units at the stored epochs, with the rates of the data. It
 * shows if the rates of the network collapse or diverge.
 */
public final class RatesChart {
    private RatesChart() {}

    public static ChartContent of(RunViews views, List<EpochView> kept, int bestEpoch, ChartTheme theme) {
        List<EpochView> drawn =
                kept.stream().filter(view -> !view.psths().isEmpty()).toList();
        double[] epochs = drawn.stream().mapToDouble(EpochView::epoch).toArray();
        List<Line> lines = new ArrayList<>();
        List<HorizontalMark> levels = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            LineStyle style = type == NeuronType.INHIBITORY
                    ? LineStyle.dashed(theme.of(type), 2)
                    : LineStyle.solid(theme.of(type), 2);
            Psth data = views.data().getFirst();
            double level = mean(views, type, i -> data.mean()[i]);
            if (!Double.isNaN(level)) {
                ToDoubleFunction<EpochView> rate = view -> {
                    float[] psth = view.psths().getFirst();
                    return mean(views, type, i -> psth[i]);
                };
                lines.add(Line.of(
                        "%s model".formatted(type.letter()),
                        epochs,
                        drawn.stream().mapToDouble(rate).toArray(),
                        style));
                levels.add(new HorizontalMark(
                        String.format(Locale.ROOT, "%s data %.1f", type.letter(), level),
                        level,
                        LineStyle.dotted(theme.of(type), 1.4)));
            }
        }
        return ChartContent.of("Mean rates, validation trials", "epoch", "rate (sp/s)", lines)
                .withAxis(false, true)
                .with(List.of(), levels, EpochAxis.best(bestEpoch, true, theme));
    }

    /**
     * The mean over the neurons of a type and the bins in which the data have trials.
     *
     * @param psth PSTH value by index in {@code [bin][neuron]}, sp/s
     */
    private static double mean(RunViews views, NeuronType type, IntToDoubleFunction psth) {
        Psth data = views.data().getFirst();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < data.mean().length; i++) {
            boolean counts = views.types().get(i % data.neurons()) == type && data.trials()[i / data.neurons()] > 0;
            if (counts) {
                sum += psth.applyAsDouble(i);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
