package org.dalescope.app.chart.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.PlaneChart;
import org.dalescope.app.chart.Points;
import org.dalescope.model.analysis.core.Table;

/** Creates the charts of analyses from rows of their result tables. */
final class TableFigures {
    static final int SQUARE = 460;
    static final int WIDE = 720;
    static final int HEIGHT = 360;

    private TableFigures() {}

    /** A square chart of data against model with separate symbols for E and I. */
    static Figure unity(String name, String title, TableSelection rows, String xColumn, String yColumn, Axes axes) {
        return plane(
                name,
                title,
                List.of(
                        byType("E", rows, xColumn, yColumn, Points.Symbol.CIRCLE, axes.theme()),
                        byType("I", rows, xColumn, yColumn, Points.Symbol.SQUARE, axes.theme())),
                PlaneChart.Guide.UNITY,
                axes,
                rows);
    }

    /** The axis labels and the theme of a chart. */
    record Axes(String x, String y, ChartTheme theme) {}

    static Figure plane(
            String name, String title, List<Points> points, PlaneChart.Guide guide, Axes axes, TableSelection numbers) {
        List<Points> some =
                points.stream().filter(group -> group.x().length > 0).toList();
        PlaneChart chart = new PlaneChart(title, axes.x(), axes.y(), some, guide, axes.theme());
        return new Figure(name, title, SQUARE, SQUARE, chart, numbers(name, numbers));
    }

    static Figure lines(String name, ChartContent content, ChartTheme theme, TableSelection numbers) {
        LineChart chart = new LineChart();
        chart.show(content, theme, WIDE);
        return new Figure(name, content.title(), WIDE, HEIGHT, chart, numbers(name, numbers));
    }

    private static Points byType(
            String type, TableSelection rows, String xColumn, String yColumn, Points.Symbol symbol, ChartTheme theme) {
        TableSelection own = rows.where("type", type);
        return new Points(
                type,
                own.numbers(xColumn),
                own.numbers(yColumn),
                type.equals("E") ? theme.excitatory() : theme.inhibitory(),
                symbol);
    }

    /** The rows that a figure shows, as a table with the figure's name. */
    static Table numbers(String name, TableSelection rows) {
        List<Table.Column> columns = new ArrayList<>();
        for (Table.Column column : rows.table().columns()) {
            columns.add(
                    switch (column) {
                        case Table.Words words -> new Table.Words(words.name(), rows.words(words.name()));
                        case Table.Numbers numbers ->
                            new Table.Numbers(numbers.name(), numbers.unit(), rows.numbers(numbers.name()));
                    });
        }
        return new Table(name, rows.table().caption(), columns);
    }

    /** The id at the start of an option such as "12 (E)". */
    static double id(String option) {
        return Double.parseDouble(option.substring(0, option.indexOf(' ')));
    }

    /** An id or a seed as text without decimals. */
    static String whole(double id) {
        return String.format(Locale.ROOT, "%.0f", id);
    }
}
