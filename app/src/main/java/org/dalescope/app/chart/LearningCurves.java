package org.dalescope.app.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.RunFigures.Figure;
import org.dalescope.model.experiment.Arm;
import org.dalescope.model.experiment.FitSummary;
import org.dalescope.model.experiment.SuiteResults;
import org.dalescope.model.training.EpochRecord;

/**
 * The validation score by epoch of the arms of one group and the base: mean over seeds, with a band of one standard
 * deviation. Where some seeds stopped early, the mean is of those that went on.
 */
public final class LearningCurves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    /** Okabe and Ito's colours, which stay apart for colour-blind readers; lines beyond them are dashed. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d1f");

    private LearningCurves() {}

    public static Figure of(SuiteResults results, String session, String group, ChartTheme theme) {
        List<Arm> arms = results.suite().plan().arms().stream()
                .filter(arm -> arm.name().equals(Arm.BASE) || arm.group().equals(group))
                .toList();
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            add(arm.name(), style(i, theme), results.bySeed(session, arm.name()).values(), lines, bands);
        }
        ChartContent content = ChartContent.of("Learning curves: " + group, "epoch", "psth_r, validation", lines)
                .with(bands, List.of(), List.of())
                .withAxis(false, true)
                .withoutOutliers();
        LineChart chart = new LineChart();
        chart.show(content, theme, WIDTH);
        return new Figure(
                String.format(Locale.ROOT, "learning-%s-%s", session, group),
                "Learning curves, " + group,
                WIDTH,
                HEIGHT,
                chart);
    }

    private static LineStyle style(int index, ChartTheme theme) {
        if (index == 0) {
            return LineStyle.solid(theme.foreground(), 2.2);
        }
        Color colour = Color.decode(COLOURS.get((index - 1) % COLOURS.size()));
        return index <= COLOURS.size() ? LineStyle.solid(colour, 1.8) : LineStyle.dashed(colour, 1.8);
    }

    private static void add(
            String name, LineStyle style, Collection<FitSummary> fits, List<Line> lines, List<Band> bands) {
        int epochs = fits.stream().mapToInt(fit -> fit.history().size()).max().orElse(0);
        double[] x = new double[epochs];
        double[] mean = new double[epochs];
        double[] low = new double[epochs];
        double[] high = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int at = epoch;
            double[] values = fits.stream()
                    .filter(fit -> fit.history().size() > at)
                    .map(fit -> fit.history().get(at))
                    .mapToDouble(EpochRecord::validationPsthR)
                    .filter(Double::isFinite)
                    .toArray();
            x[epoch] = epoch + 1.0;
            mean[epoch] = java.util.Arrays.stream(values).average().orElse(Double.NaN);
            double sd = sd(values, mean[epoch]);
            low[epoch] = mean[epoch] - sd;
            high[epoch] = mean[epoch] + sd;
        }
        lines.add(Line.of(name, x, mean, style));
        if (fits.size() > 1) {
            bands.add(new Band(x, low, high, ChartTheme.pale(style.colour())));
        }
    }

    private static double sd(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}
