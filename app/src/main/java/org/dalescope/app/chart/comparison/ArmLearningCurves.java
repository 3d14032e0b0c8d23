package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.fit.FigureNumbers;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.training.EpochRecord;

/**
 * A chart that compares the arms of one group and the base in a suite: validation score by epoch, mean over seeds with
 * a band of one standard deviation. After some seeds have stopped early, the mean covers the remaining ones.
 */
public final class ArmLearningCurves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private ArmLearningCurves() {}

    /**
     * An arm's curves.
     *
     * @param seeds the epochs of every seed's fit; a fit may still be running
     */
    public record Course(String arm, List<List<EpochRecord>> seeds) {
        /** The finished fits of an arm. */
        static Course of(SuiteResults results, String session, Arm arm) {
            return new Course(
                    arm.name(),
                    results.bySeed(session, arm.name()).values().stream()
                            .map(FitSummary::history)
                            .toList());
        }
    }

    public static Figure of(SuiteResults results, String session, String group, ChartTheme theme) {
        List<Course> courses = results.suite().plan().arms().stream()
                .filter(arm -> arm.name().equals(Arm.BASE) || arm.group().equals(group))
                .map(arm -> Course.of(results, session, arm))
                .toList();
        LineChart chart = new LineChart();
        double ceiling = results.bySeed(session, Arm.BASE).values().stream()
                .mapToDouble(fit -> fit.score(ScoreKind.PSTH_R).ceilingTrainingPsth())
                .findFirst()
                .orElse(Double.NaN);
        ChartContent content = content("Learning curves: %s".formatted(group), courses, ceiling, theme);
        chart.show(content, theme, WIDTH);
        String name = String.format(Locale.ROOT, "learning-%s-%s", session, group);
        return new Figure(
                name, "Learning curves, %s".formatted(group), WIDTH, HEIGHT, chart, FigureNumbers.of(name, content));
    }

    /**
     * The learning curves of several arms.
     *
     * @param courses the base first
     * @param ceiling psth_r of the training PSTH; NaN if not known yet
     */
    public static ChartContent content(String title, List<Course> courses, double ceiling, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            add(courses.get(i), EpochRecord::validationPsthR, RunColours.of(i, theme), lines, bands);
        }
        if (Double.isFinite(ceiling)) {
            lines.add(ceiling(ceiling, lines, theme));
        }
        return ChartContent.of(title, "epoch", "psth_r, validation", lines)
                .with(bands, List.of(), List.of())
                .withAxis(false, true)
                .withoutOutliers();
    }

    /** The ceiling as a line with a legend entry, because the curves would cross the label of a level. */
    private static Line ceiling(double ceiling, List<Line> curves, ChartTheme theme) {
        double last = curves.stream().mapToDouble(line -> line.x().length).max().orElse(1);
        return Line.of(
                String.format(Locale.ROOT, "training-PSTH ceiling %.2f", ceiling),
                new double[] {1, Math.max(1, last)},
                new double[] {ceiling, ceiling},
                LineStyle.dashed(theme.foreground(), 1.2));
    }

    /** Adds the mean of a value over seeds, and its band if there are several seeds. */
    static void add(
            Course course, ToDoubleFunction<EpochRecord> value, LineStyle style, List<Line> lines, List<Band> bands) {
        int epochs = course.seeds().stream()
                .filter(seed -> !seed.isEmpty())
                .mapToInt(seed -> seed.getLast().epoch())
                .max()
                .orElse(0);
        double[] x = new double[epochs];
        double[] mean = new double[epochs];
        double[] low = new double[epochs];
        double[] high = new double[epochs];
        for (int at = 0; at < epochs; at++) {
            double[] values = at(course, value, at + 1);
            x[at] = at + 1.0;
            mean[at] = Arrays.stream(values).average().orElse(Double.NaN);
            double sd = sd(values, mean[at]);
            low[at] = mean[at] - sd;
            high[at] = mean[at] + sd;
        }
        lines.add(Line.of(course.arm(), x, mean, style));
        if (course.seeds().size() > 1) {
            bands.add(new Band(x, low, high, ChartTheme.pale(style.colour())));
        }
    }

    /** The values of an epoch. A fit that continued after a stop may have only its later epochs. */
    private static double[] at(Course course, ToDoubleFunction<EpochRecord> value, int epoch) {
        return course.seeds().stream()
                .filter(seed -> !seed.isEmpty())
                .mapToDouble(seed -> {
                    int index = epoch - seed.getFirst().epoch();
                    return index < 0 || index >= seed.size() ? Double.NaN : value.applyAsDouble(seed.get(index));
                })
                .filter(Double::isFinite)
                .toArray();
    }

    private static double sd(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}
