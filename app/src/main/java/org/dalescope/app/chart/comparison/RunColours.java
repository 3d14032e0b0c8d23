package org.dalescope.app.chart.comparison;

import java.awt.Color;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;

/**
 * The line styles of runs or groups of runs in charts that compare them. The colours of E and I are not used, and
 * dashes are used after the last colour.
 */
public final class RunColours {
    private RunColours() {}

    /**
     * The style of a curve.
     *
     * @param index of the run or group, from 0
     */
    public static LineStyle of(int index, ChartTheme theme) {
        List<Color> colours = List.of(
                theme.foreground(),
                theme.accent(),
                theme.second(),
                Color.decode("#ad8a00"),
                Color.decode("#7a6fd0"),
                Color.decode("#9c6b3f"));
        Color colour = colours.get(index % colours.size());
        return switch (index / colours.size()) {
            case 0 -> LineStyle.solid(colour, 1.9);
            case 1 -> LineStyle.dashed(colour, 1.9);
            default -> LineStyle.dotted(colour, 1.9);
        };
    }
}
