package org.dalescope.app.chart.fit;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Drawing;
import org.dalescope.app.chart.LineChart;

/** A drawing of the PSTHs of many neurons of a fit as small multiples, with a caption line above. */
public record PsthGrid(String caption, PsthChart.Source source, List<NeuronFit> neurons, ChartTheme theme)
        implements Drawing {
    private static final int HEADER = 26;
    private static final int CELL_WIDTH = 240;
    private static final int CELL_HEIGHT = 170;

    /** The number of columns for a width in pixels. */
    public static int columns(double width) {
        return Math.max(1, (int) (width / CELL_WIDTH));
    }

    /** The height in pixels that all neurons need at a width. */
    public int height(int width) {
        int columns = columns(width);
        return HEADER + CELL_HEIGHT * Math.max(1, (neurons.size() + columns - 1) / columns);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        graphics.setPaint(theme.background());
        graphics.fill(area);
        graphics.setPaint(theme.foreground());
        graphics.setFont(theme.font(Font.PLAIN, 13));
        graphics.drawString(caption, (float) area.getX() + 10, (float) area.getY() + 18);
        int columns = columns(area.getWidth());
        int rows = Math.max(1, (neurons.size() + columns - 1) / columns);
        double width = area.getWidth() / columns;
        double height = (area.getHeight() - HEADER) / rows;
        for (int i = 0; i < neurons.size(); i++) {
            int row = i / columns;
            double x = area.getX() + i % columns * width;
            double y = area.getY() + HEADER + row * height;
            LineChart chart = new LineChart();
            chart.show(PsthChart.of(source, neurons.get(i), theme).small(), theme, (int) width);
            chart.draw(graphics, new Rectangle2D.Double(x, y, width, height));
        }
    }
}
