package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.LogAxisOutliers;
import org.dalescope.app.chart.Smoother;
import org.dalescope.model.training.EpochRecord;

/** A chart of the loss components of a fit by epoch, with pale raw curves below the smoothed ones. */
public final class LossChart {
    private LossChart() {}

    /**
     * The display options of the loss chart.
     *
     * @param smoothing weight of the past, 0 (raw) to below 1
     * @param penalty whether L_reg is drawn, which is far below the losses and stretches the axis
     */
    public record Look(boolean logarithmic, double smoothing, boolean penalty) {
        /** Raw curves on a linear axis. */
        public static Look raw() {
            return new Look(false, 0, true);
        }
    }

    private record Component(String name, LineStyle style, ToDoubleFunction<EpochRecord> value) {}

    public static ChartContent of(List<EpochRecord> history, int bestEpoch, Look look, ChartTheme theme) {
        double[] epochs = EpochAxis.numbers(history);
        List<Line> raw = new ArrayList<>();
        List<Line> smoothed = new ArrayList<>();
        for (Component component : components(history, look, theme)) {
            double[] values = EpochAxis.values(history, component.value());
            LineStyle style = component.style();
            if (look.smoothing() > 0) {
                raw.add(Line.of("", epochs, values, style.pale()));
            }
            smoothed.add(Line.of(
                    component.name(),
                    epochs,
                    look.smoothing() > 0 ? Smoother.smooth(LogAxisOutliers.without(values), look.smoothing()) : values,
                    style));
        }
        raw.addAll(smoothed);
        String title = look.smoothing() > 0
                ? String.format(Locale.ROOT, "Losses (smoothing %.2f; raw values pale)", look.smoothing())
                : "Losses";
        return ChartContent.of(title, "epoch", "loss", raw)
                .withAxis(look.logarithmic(), !look.logarithmic())
                .withoutOutliers()
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }

    private static List<Component> components(List<EpochRecord> history, Look look, ChartTheme theme) {
        List<Component> components = new ArrayList<>(List.of(
                new Component("total", LineStyle.solid(theme.foreground(), 1.8), EpochRecord::loss),
                new Component("L_neuron", LineStyle.solid(theme.accent(), 1.6), EpochRecord::lNeuron),
                new Component("L_trial", LineStyle.dashed(theme.second(), 1.6), EpochRecord::lTrial),
                new Component(
                        "L_neuron, validation", LineStyle.dotted(theme.accent(), 1.8), EpochRecord::validationLoss)));
        if (look.penalty()) {
            components.add(new Component("L_reg", LineStyle.dotted(theme.muted(), 1.6), EpochRecord::lReg));
        }
        if (history.stream().anyMatch(epoch -> !Double.isNaN(epoch.lOutput()))) {
            components.add(new Component("L_output", LineStyle.dashed(theme.excitatory(), 1.6), EpochRecord::lOutput));
        }
        return components;
    }
}
