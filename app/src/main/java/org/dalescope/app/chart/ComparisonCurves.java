package org.dalescope.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.app.chart.LearningCurves.Course;
import org.dalescope.app.words.Words;
import org.dalescope.model.training.EpochRecord;

/** Learning curves of runs over each other, or of groups as mean with a band of one standard deviation over their runs. */
public final class ComparisonCurves {
    /** More ceilings than this would fill the legend. */
    private static final int NAMED_CEILINGS = 4;

    private static final int LETTERS = 32;

    private ComparisonCurves() {}

    /**
     * A curve of the comparison.
     *
     * @param ceilings training-PSTH ceilings of its runs; NaN where not known
     */
    public record Curve(String name, List<List<EpochRecord>> runs, List<Double> ceilings) {
        private Course course() {
            String shown = ShortName.of(name, LETTERS);
            return new Course(runs.size() > 1 ? Words.of("chart.runs", shown, runs.size()) : shown, runs);
        }
    }

    /** psth_r on the validation trials under its ceilings. */
    public static ChartContent scores(List<Curve> curves, ChartTheme theme) {
        ChartContent content = content(
                Words.of("chart.score"),
                Words.of("chart.psth-r-validation"),
                curves,
                EpochRecord::validationPsthR,
                theme);
        List<Line> lines = new ArrayList<>(content.lines());
        lines.addAll(ceilings(curves, theme));
        return content.withLines(lines).withAxis(false, true).withoutOutliers();
    }

    /** The total loss; comparable only between runs with the same losses. */
    public static ChartContent losses(List<Curve> curves, boolean logarithmic, ChartTheme theme) {
        return content(Words.of("chart.loss-on-the-training"), Words.of("chart.loss"), curves, EpochRecord::loss, theme)
                .withAxis(logarithmic, !logarithmic)
                .withoutOutliers();
    }

    private static ChartContent content(
            String title, String yLabel, List<Curve> curves, ToDoubleFunction<EpochRecord> value, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            LearningCurves.add(curves.get(i).course(), value, RunColours.of(i, theme), lines, bands);
        }
        return ChartContent.of(title, Words.of("chart.epoch-2"), yLabel, lines).with(bands, List.of(), List.of());
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
            String name = lines.isEmpty() ? Words.of("chart.ceilings-of-the-sessions") : "";
            lines.add(Line.of(
                    named ? ceilingName(value, curves, values.size()) : name,
                    new double[] {1, Math.max(2, last)},
                    new double[] {Double.parseDouble(value), Double.parseDouble(value)},
                    LineStyle.dashed(theme.muted(), 1.2)));
        }
        return lines;
    }

    /** Where ceilings differ, with what they are the ceilings of. */
    private static String ceilingName(String value, List<Curve> curves, int all) {
        String name = Words.of("chart.training-psth-ceiling", value);
        if (all == 1) {
            return name;
        }
        Stream<String> of = curves.stream()
                .filter(curve -> curve.ceilings().stream()
                        .anyMatch(ceiling ->
                                String.format(Locale.ROOT, "%.2f", ceiling).equals(value)))
                .map(curve -> ShortName.of(curve.name(), LETTERS))
                .limit(2);
        return Words.of("chart.of", name, of.collect(Collectors.joining(", ")));
    }
}
