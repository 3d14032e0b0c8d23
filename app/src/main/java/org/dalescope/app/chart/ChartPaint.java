package org.dalescope.app.chart;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** Applies the colours and fonts of a {@link ChartTheme} to a JFreeChart. */
public final class ChartPaint {
    private ChartPaint() {}

    static void apply(JFreeChart chart, ChartContent content, List<Line> lines, ChartTheme theme) {
        boolean small = !content.legend();
        plain(chart, content.title(), small, theme);
        legend(chart, content, lines, theme);
        XYPlot plot = chart.getXYPlot();
        axis(plot.getDomainAxis(), small ? "" : content.xLabel(), theme, small);
        // Curves that are stacked by name have no scale.
        plot.getRangeAxis().setTickLabelsVisible(small || !content.yLabel().isEmpty());
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            String label = i == 0 ? content.yLabel() : content.rightLabel();
            axis(plot.getRangeAxis(i), small ? "" : label, theme, small);
        }
    }

    /** Sets the title and the background of a chart. */
    public static void plain(JFreeChart chart, String title, boolean small, ChartTheme theme) {
        chart.setBackgroundPaint(theme.background());
        chart.setTitle(title);
        if (chart.getTitle() != null) {
            chart.getTitle().setPaint(theme.foreground());
            chart.getTitle().setFont(theme.font(small ? Font.PLAIN : Font.BOLD, small ? 12 : 13));
            chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.getTitle().setPadding(new RectangleInsets(2, 0, small ? 2 : 5, 0));
        }
        XYPlot plot = chart.getXYPlot();
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlinesVisible(true);
    }

    public static void axis(ValueAxis axis, String label, ChartTheme theme, boolean small) {
        axis.setLabel(label.isEmpty() ? null : label);
        axis.setLabelFont(theme.font(Font.PLAIN, 12));
        axis.setTickLabelFont(theme.font(Font.PLAIN, small ? 10 : 11));
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
    }

    /** Adds a legend of the named lines only. A chart without a legend does not reserve space for one. */
    private static void legend(JFreeChart chart, ChartContent content, List<Line> lines, ChartTheme theme) {
        chart.removeLegend();
        List<Line> named = lines.stream().filter(line -> !line.name().isEmpty()).toList();
        if (!content.legend() || named.isEmpty()) {
            return;
        }
        LegendTitle legend = new LegendTitle(
                () -> items(named, theme),
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 0, 0),
                new ColumnArrangement());
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
        legend.setItemLabelPadding(new RectangleInsets(2, 0, 2, 10));
        place(legend, chart, theme);
    }

    /** Adds a legend below the title, at the left. */
    static void place(LegendTitle legend, JFreeChart chart, ChartTheme theme) {
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(theme.background());
        legend.setItemPaint(theme.foreground());
        legend.setItemFont(theme.font(Font.PLAIN, 11));
        legend.setFrame(BlockBorder.NONE);
        chart.addLegend(legend);
    }

    private static LegendItemCollection items(List<Line> lines, ChartTheme theme) {
        LegendItemCollection items = new LegendItemCollection();
        for (Line line : lines) {
            LegendItem item = new LegendItem(
                    line.name(),
                    null,
                    null,
                    null,
                    new Line2D.Double(-12, 0, 12, 0),
                    line.style().stroke(),
                    line.style().colour());
            item.setLabelPaint(theme.foreground());
            items.add(item);
        }
        return items;
    }
}
