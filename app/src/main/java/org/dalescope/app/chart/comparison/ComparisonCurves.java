package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.chart.comparison.ArmLearningCurves.Course;
import org.dalescope.model.training.EpochRecord;

/**
 * Creates charts that compare the learning curves of runs, or of groups of runs as mean with a band of one standard
 * deviation.
 */
public final class ComparisonCurves {
    /** The maximum number of ceilings in the legend. */
    private static final int NAMED_CEILINGS = 4;

    private static final int LETTERS = 32;

    private ComparisonCurves() {}

    /**
     * The curve of a run or a group.
     *
     * @param ceilings training-PSTH ceilings of its runs; NaN if unknown
     */
    public record Curve(String name, List<List<EpochRecord>> runs, List<Double> ceilings) {
        private Course course() {
            String shown = ShortRunName.of(name, LETTERS);
            return new Course(runs.size() > 1 ? "%s (%s runs)".formatted(shown, runs.size()) : shown, runs);
        }
    }

    /** The curves of psth_r on the validation trials, with their ceilings. */
    public static ChartContent scores(List<Curve> curves, ChartTheme theme) {
        ChartContent content = content("Score", "psth_r, validation", curves, EpochRecord::validationPsthR, theme);
        List<Line> lines = new ArrayList<>(content.lines());
        lines.addAll(ceilings(curves, theme));
        return content.withLines(lines).withAxis(false, true).withoutOutliers();
    }

    /** The curves of the total loss; comparable only between runs with the same losses. */
    public static ChartContent losses(List<Curve> curves, boolean logarithmic, ChartTheme theme) {
        return content("Loss on the training trials", "loss", curves, EpochRecord::loss, theme)
                .withAxis(logarithmic, !logarithmic)
                .withoutOutliers();
    }

    private static ChartContent content(
            String title, String yLabel, List<Curve> curves, ToDoubleFunction<EpochRecord> value, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            ArmLearningCurves.add(curves.get(i).course(), value, RunColours.of(i, theme), lines, bands);
        }
        return ChartContent.of(title, "epoch", yLabel, lines).with(bands, List.of(), List.of());
    }

    private static List<Line> ceilings(List<Curve> curves, ChartTheme theme) {
        List<String> values = curves.stream()
                .flatMap(curve -> curve.ceilings().stream())
                .filter(Double::isFinite)
                .map(ceiling -> String.format(Locale.ROOT, "%.2f", ceiling))
                .distinct()
                .toList();
        double last = curves.stream()
                .flatMap(curve -> curve.runs().stream())
                .filter(run -> !run.isEmpty())
                .mapToInt(run -> run.getLast().epoch())
                .max()
                .orElse(1);
        List<Line> lines = new ArrayList<>();
        for (String value : values) {
            boolean named = values.size() <= NAMED_CEILINGS;
            String name = lines.isEmpty() ? "ceilings of the sessions and splits" : "";
            lines.add(Line.of(
                    named ? ceilingName(value, curves, values.size()) : name,
                    new double[] {1, Math.max(2, last)},
                    new double[] {Double.parseDouble(value), Double.parseDouble(value)},
                    LineStyle.dashed(theme.muted(), 1.2)));
        }
        return lines;
    }

    /** The legend name of a ceiling; if ceilings differ, it includes the curves that the ceiling belongs to. */
    private static String ceilingName(String value, List<Curve> curves, int all) {
        String name = "training-PSTH ceiling %s".formatted(value);
        if (all == 1) {
            return name;
        }
        Stream<String> of = curves.stream()
                .filter(curve -> curve.ceilings().stream()
                        .anyMatch(ceiling ->
                                String.format(Locale.ROOT, "%.2f", ceiling).equals(value)))
                .map(curve -> ShortRunName.of(curve.name(), LETTERS))
                .limit(2);
        return "%s of %s".formatted(name, of.collect(Collectors.joining(", ")));
    }
}
