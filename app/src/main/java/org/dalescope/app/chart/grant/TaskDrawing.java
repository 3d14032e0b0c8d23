package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.suite.grant.GrantSession;

/** Panel A: the mean course of every input of the first session, and a scheme of the network. */
record TaskDrawing(GrantSession session, int sessions, ChartTheme theme) {
    private static final int MOST_INPUTS = 14;
    private static final double NAMES = 84;
    private static final double HEAD = 8;
    private static final double HEADING = 16;

    void draw(Graphics2D graphics, Rectangle2D area) {
        double split = 0.6 * area.getWidth();
        inputs(graphics, new Rectangle2D.Double(area.getX(), area.getY(), split, area.getHeight()));
        network(
                graphics,
                new Rectangle2D.Double(
                        area.getX() + split + 6, area.getY(), area.getWidth() - split - 6, area.getHeight()));
    }

    private void inputs(Graphics2D graphics, Rectangle2D area) {
        List<GrantSession.Input> all = session.task().inputs();
        List<Double> times = session.task().timesMs();
        int shown = Math.min(MOST_INPUTS, all.size());
        text(
                graphics,
                sessions > 1 ? "mean inputs, first session" : "inputs, mean over trials",
                area.getX(),
                area.getY() + SmallPlot.TEXT,
                theme.foreground());
        double foot = 24;
        double height = (area.getHeight() - HEADING - foot) / Math.max(1, shown);
        double width = area.getWidth() - NAMES;
        for (int i = 0; i < shown; i++) {
            double base = area.getY() + HEADING + (i + 1) * height;
            text(
                    graphics,
                    shortened(graphics, all.get(i).name()),
                    area.getX(),
                    base - 0.1 * height,
                    theme.foreground());
            course(graphics, all.get(i).mean(), area.getX() + NAMES, base, width, 0.75 * height);
        }
        double bottom = area.getY() + area.getHeight() - foot + 5;
        line(graphics, area.getX() + NAMES, bottom, area.getX() + area.getWidth(), bottom, theme.muted());
        String end = Math.round(times.getLast()) + " ms";
        text(graphics, Long.toString(Math.round(times.getFirst())), area.getX() + NAMES, bottom + 10, theme.muted());
        text(
                graphics,
                end,
                area.getX() + area.getWidth() - graphics.getFontMetrics().stringWidth(end),
                bottom + 10,
                theme.muted());
        if (all.size() > shown) {
            text(graphics, "and " + (all.size() - shown) + " more", area.getX(), bottom + 10, theme.muted());
        }
    }

    private void course(Graphics2D graphics, List<Double> mean, double x, double base, double width, double height) {
        // An input that can be negative is drawn from the middle of its row.
        boolean signed = mean.stream().anyMatch(value -> value < -0.05);
        double zero = signed ? base - height / 2 : base;
        double one = signed ? height / 2 : height;
        Path2D.Double path = new Path2D.Double();
        for (int bin = 0; bin < mean.size(); bin++) {
            double at = x + width * bin / Math.max(1, mean.size() - 1);
            double y = zero - one * mean.get(bin);
            if (bin == 0) {
                path.moveTo(at, y);
            } else {
                path.lineTo(at, y);
            }
        }
        LineStyle style = LineStyle.solid(theme.accent(), 1);
        graphics.setPaint(style.colour());
        graphics.setStroke(style.stroke());
        graphics.draw(path);
    }

    /** Two populations with their connections, inputs from the left and rates to the right. */
    private void network(Graphics2D graphics, Rectangle2D area) {
        double x = area.getCenterX() + 4;
        double top = area.getY() + 0.3 * area.getHeight();
        double bottom = area.getY() + 0.72 * area.getHeight();
        double radius = 21;
        text(
                graphics,
                session.dale() ? "network (Dale's law)" : "network",
                area.getX(),
                area.getY() + SmallPlot.TEXT,
                theme.foreground());
        arrow(graphics, x - 8, top + radius, x - 8, bottom - radius - 2, theme.excitatory(), true);
        arrow(graphics, x + 8, bottom - radius, x + 8, top + radius + 2, theme.inhibitory(), false);
        loop(graphics, x, top - radius, true, theme.excitatory());
        loop(graphics, x, bottom + radius, false, theme.inhibitory());
        arrow(graphics, area.getX() + 8, top, x - radius - 2, top, theme.accent(), true);
        arrow(graphics, area.getX() + 8, bottom, x - radius - 2, bottom, theme.accent(), true);
        centred(graphics, "inputs", area.getX() + 14, (top + bottom) / 2, theme.accent());
        population(graphics, x, top, radius, theme.excitatory(), "E", session.excitatory());
        population(graphics, x, bottom, radius, theme.inhibitory(), "I", session.inhibitory());
        centred(
                graphics,
                sessions > 1 ? "recorded, first of " + sessions : "recorded neurons",
                area.getCenterX(),
                area.getY() + area.getHeight() - 12,
                theme.muted());
    }

    private void population(
            Graphics2D graphics, double x, double y, double radius, Color colour, String name, int neurons) {
        Ellipse2D.Double circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setPaint(theme.background());
        graphics.fill(circle);
        graphics.setPaint(colour);
        graphics.setStroke(LineStyle.solid(colour, 1.6).stroke());
        graphics.draw(circle);
        centred(graphics, name, x, y - 1, colour);
        centred(graphics, Integer.toString(neurons), x, y + 10, theme.foreground());
    }

    /** The connections of a population onto itself. */
    private void loop(Graphics2D graphics, double x, double y, boolean above, Color colour) {
        double size = 18;
        graphics.setPaint(colour);
        graphics.setStroke(LineStyle.solid(colour, 1.4).stroke());
        graphics.draw(new Ellipse2D.Double(x - size / 2, above ? y - size + 5 : y - 5, size, size));
    }

    /** An arrow, or a line with a bar at its end for inhibition. */
    private static void arrow(
            Graphics2D graphics, double fromX, double fromY, double toX, double toY, Color colour, boolean excites) {
        line(graphics, fromX, fromY, toX, toY, colour);
        double length = Math.hypot(toX - fromX, toY - fromY);
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        if (excites) {
            Path2D.Double head = new Path2D.Double();
            head.moveTo(toX, toY);
            head.lineTo(toX - HEAD * alongX + HEAD / 2 * alongY, toY - HEAD * alongY - HEAD / 2 * alongX);
            head.lineTo(toX - HEAD * alongX - HEAD / 2 * alongY, toY - HEAD * alongY + HEAD / 2 * alongX);
            head.closePath();
            graphics.fill(head);
        } else {
            line(
                    graphics,
                    toX + HEAD / 2 * alongY,
                    toY + HEAD / 2 * alongX,
                    toX - HEAD / 2 * alongY,
                    toY - HEAD / 2 * alongX,
                    colour);
        }
    }

    private static void line(Graphics2D graphics, double fromX, double fromY, double toX, double toY, Color colour) {
        graphics.setPaint(colour);
        graphics.setStroke(LineStyle.solid(colour, 1.4).stroke());
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    private String shortened(Graphics2D graphics, String name) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT - 1));
        String text = name;
        while (text.length() > 4 && graphics.getFontMetrics().stringWidth(text) > NAMES - 5) {
            text = text.substring(0, text.length() - 2) + "\u2026";
        }
        return text;
    }

    private void text(Graphics2D graphics, String text, double x, double y, Color colour) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT - 1));
        graphics.setPaint(colour);
        graphics.drawString(text, (float) x, (float) y);
    }

    private void centred(Graphics2D graphics, String text, double x, double y, Color colour) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT - 1));
        text(graphics, text, x - graphics.getFontMetrics().stringWidth(text) / 2.0, y, colour);
    }
}
