package org.dalescope.app.chart.session;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartPaint;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.JFreeDrawing;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PixelGrid;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.inputs.InputAssignment;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of the inputs that drive each unit: a row per input channel, a column per unit, recorded E units first. */
public final class InputsChart implements JFreeDrawing {
    private static final String NAME = "inputs";
    private static final String TITLE = "Inputs that drive each unit";
    private static final int WIDE = 900;
    private static final int HEIGHT = 460;
    private static final double PALE = 0.12;
    private static final int MOST_LINES = 80;

    private final JFreeChart chart;

    private InputsChart(InputAssignment inputs, UnitMap units, ChartTheme theme) {
        int[] idOfUnit = units.neuronIdOfUnit();
        int[] order = order(units, idOfUnit);
        int channels = inputs.channels().size();
        PixelGrid grid = PixelGrid.of(Math.max(1, channels), order.length, (row, column) -> {
            boolean driven = row < channels && inputs.drives(order[column], row);
            Color full = colour(units, order[column], theme);
            return driven ? full : PixelGrid.mix(theme.background(), full, PALE);
        });
        SymbolAxis x = new SymbolAxis(
                "unit: neuron id, or h for a hidden unit",
                IntStream.of(order)
                        .mapToObj(unit -> name(units, idOfUnit[unit], unit))
                        .toArray(String[]::new));
        x.setVerticalTickLabels(true);
        SymbolAxis y = new SymbolAxis("", inputs.channels().toArray(String[]::new));
        y.setInverted(true);
        ChartPaint.axis(x, x.getLabel(), theme, true);
        ChartPaint.axis(y, "", theme, true);
        x.setGridBandsVisible(false);
        y.setGridBandsVisible(false);
        XYPlot plot = new XYPlot(null, x, y, null);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new XYDataImageAnnotation(grid.image(), -0.5, -0.5, order.length, Math.max(1, channels)));
        lines(plot, order.length, channels, theme);
        x.setRange(-0.5, order.length - 0.5);
        y.setRange(-0.5, Math.max(1, channels) - 0.5);
        chart = new JFreeChart("", theme.font(Font.BOLD, 13), plot, false);
        chart.setPadding(new RectangleInsets(4, 4, 4, 8));
        ChartPaint.plain(chart, TITLE, false, theme);
        plot.setRangeGridlinesVisible(false);
    }

    /** Thin lines between the cells, as long as the cells are large enough. */
    private static void lines(XYPlot plot, int columns, int rows, ChartTheme theme) {
        LineStyle line = LineStyle.solid(theme.background(), 1);
        for (int column = 1; column < columns && columns <= MOST_LINES; column++) {
            plot.addAnnotation(
                    new XYLineAnnotation(column - 0.5, -0.5, column - 0.5, rows - 0.5, line.stroke(), line.colour()));
        }
        for (int row = 1; row < rows; row++) {
            plot.addAnnotation(
                    new XYLineAnnotation(-0.5, row - 0.5, columns - 0.5, row - 0.5, line.stroke(), line.colour()));
        }
    }

    /** The figure, with its numbers. */
    public static Figure of(InputAssignment inputs, UnitMap units, ChartTheme theme) {
        return new Figure(NAME, TITLE, WIDE, HEIGHT, new InputsChart(inputs, units, theme), numbers(inputs, units));
    }

    private static Table numbers(InputAssignment inputs, UnitMap units) {
        int channels = inputs.channels().size();
        int cells = units.units() * channels;
        double[] unit = new double[cells];
        double[] driven = new double[cells];
        String[] names = new String[cells];
        for (int i = 0; i < cells; i++) {
            int of = i / channels;
            unit[i] = of;
            names[i] = inputs.channels().get(i % channels);
            driven[i] = inputs.drives(of, i % channels) ? 1 : 0;
        }
        return new Table(
                NAME,
                "1 if the input drives the unit, units from 0.",
                List.of(
                        new Table.Numbers("unit", "", unit),
                        new Table.Words("input", Arrays.asList(names)),
                        new Table.Numbers("drives", "", driven)));
    }

    /** E units first; in each type recorded ones by id, then hidden ones. */
    private static int[] order(UnitMap units, int[] idOfUnit) {
        return IntStream.range(0, units.units())
                .boxed()
                .sorted(Comparator.comparing((Integer unit) -> units.type(unit))
                        .thenComparingInt(unit -> idOfUnit[unit] < 0 ? Integer.MAX_VALUE : idOfUnit[unit])
                        .thenComparing(unit -> unit))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String name(UnitMap units, int id, int unit) {
        return units.type(unit).letter() + " " + (id < 0 ? "h" : Integer.toString(id));
    }

    private static Color colour(UnitMap units, int unit, ChartTheme theme) {
        return switch (units.type(unit)) {
            case EXCITATORY -> theme.excitatory();
            case INHIBITORY -> theme.inhibitory();
            case UNKNOWN -> theme.foreground();
        };
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }
}
