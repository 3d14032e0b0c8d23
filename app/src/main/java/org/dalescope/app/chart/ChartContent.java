package org.dalescope.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart shows, before it is drawn.
 *
 * @param xLabel with its unit; empty hides it
 * @param yLabel with its unit; empty hides it
 * @param rightLabel of the axis on the right; empty where there is none
 * @param logarithmic whether the left axis is logarithmic
 * @param clipped whether the axis leaves out outliers, such as the first epoch of a fit that starts far off
 * @param includeZero whether the left axis starts at 0 or below
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

    /** The same with bands below and levels and marks over the curves. */
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

    /** The same with another left axis. */
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

    /** The same with an axis on the right. */
    public ChartContent withRight(String label) {
        return new ChartContent(
                title, xLabel, yLabel, label, logarithmic, includeZero, clipped, legend, lines, bands, levels, marks);
    }

    /** The same with an axis that outliers do not stretch. */
    public ChartContent withoutOutliers() {
        return new ChartContent(
                title, xLabel, yLabel, rightLabel, logarithmic, includeZero, true, legend, lines, bands, levels, marks);
    }

    /** The same under another title. */
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

    /** The same with other curves. */
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

    /** The same with a line at the epoch that a person looks back at. */
    public ChartContent atEpoch(Optional<Integer> chosen, ChartTheme theme) {
        if (chosen.isEmpty()) {
            return this;
        }
        List<VerticalMark> all = new ArrayList<>(marks);
        // At the other end of the mark of the best epoch, so that their labels stay apart.
        boolean atTop = marks.stream().noneMatch(VerticalMark::atTop);
        all.add(new VerticalMark(
                "epoch %s".formatted(chosen.get()), chosen.get(), LineStyle.solid(theme.foreground(), 1.4), atTop));
        return with(bands, levels, all);
    }

    /** The same in the colours of another theme, as a file on white has them. */
    public ChartContent repainted(ChartTheme from, ChartTheme to) {
        return withLines(lines.stream()
                        .map(line -> new Line(
                                line.name(), line.x(), line.y(), line.style().repainted(from, to), line.right()))
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

    /** The same for a small multiple, which is drawn without legend and axis labels. */
    public ChartContent small() {
        return new ChartContent(
                title, xLabel, yLabel, "", logarithmic, includeZero, clipped, false, lines, bands, levels, marks);
    }

    /** The curves as the axis can show them. */
    List<Line> drawable() {
        return lines.stream()
                .map(line -> logarithmic && !line.right() ? line.positive() : line)
                .filter(Line::isDrawable)
                .toList();
    }
}
