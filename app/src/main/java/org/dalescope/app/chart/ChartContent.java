package org.dalescope.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The content of a chart, independent of how it is drawn.
 *
 * @param xLabel with its unit; empty hides it
 * @param yLabel with its unit; empty hides it
 * @param rightLabel label of the right axis; empty if there is none
 * @param logarithmic true if the left axis is logarithmic
 * @param clipped true if the axis excludes outliers, such as the first epoch of a fit with extreme initial values
 * @param includeZero true if the left axis starts at 0 or below
 */
public record ChartContent(
        String title,
        String xLabel,
        String yLabel,
        String rightLabel,
        boolean logarithmic,
        boolean includeZero,
        boolean clipped,
        boolean legend,
        List<Line> lines,
        List<Band> bands,
        List<HorizontalMark> levels,
        List<VerticalMark> marks) {
    /** A chart of curves with a legend and linear axes. */
    public static ChartContent of(String title, String xLabel, String yLabel, List<Line> lines) {
        return new ChartContent(
                title, xLabel, yLabel, "", false, false, false, true, lines, List.of(), List.of(), List.of());
    }

    /** The same content with bands below the curves, and with levels and marks above them. */
    public ChartContent with(List<Band> newBands, List<HorizontalMark> newLevels, List<VerticalMark> newMarks) {
        return new ChartContent(
                title,
                xLabel,
                yLabel,
                rightLabel,
                logarithmic,
                includeZero,
                clipped,
                legend,
                lines,
                newBands,
                newLevels,
                newMarks);
    }

    /** The same content with another left axis. */
    public ChartContent withAxis(boolean onLogarithmic, boolean fromZero) {
        return new ChartContent(
                title,
                xLabel,
                yLabel,
                rightLabel,
                onLogarithmic,
                fromZero,
                clipped,
                legend,
                lines,
                bands,
                levels,
                marks);
    }

    /** The same content with a right axis. */
    public ChartContent withRight(String label) {
        return new ChartContent(
                title, xLabel, yLabel, label, logarithmic, includeZero, clipped, legend, lines, bands, levels, marks);
    }

    /** The same content with an axis that outliers do not extend. */
    public ChartContent withoutOutliers() {
        return new ChartContent(
                title, xLabel, yLabel, rightLabel, logarithmic, includeZero, true, legend, lines, bands, levels, marks);
    }

    /** The same content with another title. */
    public ChartContent titled(String newTitle) {
        return new ChartContent(
                newTitle,
                xLabel,
                yLabel,
                rightLabel,
                logarithmic,
                includeZero,
                clipped,
                legend,
                lines,
                bands,
                levels,
                marks);
    }

    /** The same content with other curves. */
    public ChartContent withLines(List<Line> newLines) {
        return new ChartContent(
                title,
                xLabel,
                yLabel,
                rightLabel,
                logarithmic,
                includeZero,
                clipped,
                legend,
                newLines,
                bands,
                levels,
                marks);
    }

    /** The same content with a name at every vertical mark, for example the event at 0 ms. */
    public ChartContent withMarksNamed(String name, ChartTheme theme) {
        return with(
                bands,
                levels,
                marks.stream()
                        .map(mark -> new VerticalMark(name, mark.x(), LineStyle.solid(theme.muted(), 1), true))
                        .toList());
    }

    /** The same content with a line at the epoch that the user selected. */
    public ChartContent atEpoch(Optional<Integer> chosen, ChartTheme theme) {
        if (chosen.isEmpty()) {
            return this;
        }
        List<VerticalMark> all = new ArrayList<>(marks);
        // The label is at the opposite end from the label of the best epoch, so that they do not overlap.
        boolean atTop = marks.stream().noneMatch(VerticalMark::atTop);
        all.add(new VerticalMark(
                "epoch %s".formatted(chosen.get()), chosen.get(), LineStyle.solid(theme.foreground(), 1.4), atTop));
        return with(bands, levels, all);
    }

    /** The same content in the colours of another theme, for example for a file with a white background. */
    public ChartContent repainted(ChartTheme from, ChartTheme to) {
        return withLines(lines.stream()
                        .map(line -> line.withStyle(line.style().repainted(from, to)))
                        .toList())
                .with(
                        bands.stream()
                                .map(b -> new Band(b.x(), b.low(), b.high(), from.in(to, b.colour())))
                                .toList(),
                        levels.stream()
                                .map(l -> new HorizontalMark(
                                        l.label(), l.y(), l.style().repainted(from, to)))
                                .toList(),
                        marks.stream()
                                .map(m -> new VerticalMark(
                                        m.label(), m.x(), m.style().repainted(from, to), m.atTop()))
                                .toList());
    }

    /** The same content with other values and another label of the horizontal axis. */
    public ChartContent onAxis(String newLabel, DoubleUnaryOperator value) {
        return new ChartContent(
                title,
                newLabel,
                yLabel,
                rightLabel,
                logarithmic,
                includeZero,
                clipped,
                legend,
                lines.stream()
                        .map(line -> line.through(mapped(line.x(), value), line.y()))
                        .toList(),
                bands.stream()
                        .map(b -> new Band(mapped(b.x(), value), b.low(), b.high(), b.colour()))
                        .toList(),
                levels,
                marks.stream()
                        .map(m -> new VerticalMark(m.label(), value.applyAsDouble(m.x()), m.style(), m.atTop()))
                        .toList());
    }

    private static double[] mapped(double[] x, DoubleUnaryOperator value) {
        return Arrays.stream(x).map(value).toArray();
    }

    /** The same content for a small multiple, which has no legend and no axis labels. */
    public ChartContent small() {
        return new ChartContent(
                title, xLabel, yLabel, "", logarithmic, includeZero, clipped, false, lines, bands, levels, marks);
    }

    /** The curves with only the values that the axis can show. */
    List<Line> drawable() {
        return lines.stream()
                .map(line -> logarithmic && !line.right() ? line.positive() : line)
                .filter(Line::isDrawable)
                .toList();
    }
}
