package org.dalescope.app.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.Line;

/** The values of a chart's named curves as text, for the mouse. */
public final class ChartValues {
    private static final int MOST_LINES = 9;

    private ChartValues() {}

    /**
     * The values at a position of the horizontal axis, a curve in a line.
     *
     * @param under the curve under the mouse, which comes first
     */
    public static String at(double x, ChartContent content, Optional<Line> under) {
        List<String> lines = new ArrayList<>();
        double point = under.or(() -> content.lines().stream().findFirst())
                .map(line -> line.pointAt(x))
                .orElse(x);
        lines.add("%s %s".formatted(content.xLabel().isEmpty() ? "x" : content.xLabel(), number(point)));
        under.ifPresent(line -> lines.add("\u25b8 %s  %s".formatted(line.label(), number(line.at(x)))));
        content.lines().stream()
                .filter(line -> !line.name().isEmpty() && !Optional.of(line).equals(under))
                .filter(line -> !Double.isNaN(line.at(x)))
                .limit(MOST_LINES)
                .forEach(line -> lines.add("   %s  %s".formatted(line.name(), number(line.at(x)))));
        return String.join("\n", lines);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        boolean isWhole = value == Math.rint(value);
        return String.format(Locale.ROOT, isWhole || size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.3g", value);
    }
}
