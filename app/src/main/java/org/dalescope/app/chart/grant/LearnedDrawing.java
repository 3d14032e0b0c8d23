package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.grant.GrantSession;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.suite.grant.GrantSession.Origin;

/** Panel C: the mean courses of the first session, and the depth of modulation of I units of all sessions. */
record LearnedDrawing(GrantFigure answer, ChartTheme theme) {
    private static final double DOT = 4;

    void draw(Graphics2D graphics, Rectangle2D area) {
        GrantSession first = answer.sessions().getFirst();
        double half = area.getWidth() / 2;
        double[] times = array(first.courses().timesMs());
        SmallPlot courses =
                new SmallPlot(answer.sessions().size() > 1 ? "mean PSTH (z), first session" : "mean PSTH (z)", theme);
        if (!first.courses().recorded().isEmpty()) {
            courses.line(times, array(first.courses().recorded()), LineStyle.solid(theme.data(), 1.4));
        }
        if (!first.courses().learned().isEmpty()) {
            courses.line(times, array(first.courses().learned()), LineStyle.solid(theme.second(), 1.4));
        }
        Rectangle2D left = new Rectangle2D.Double(area.getX(), area.getY(), half, area.getHeight());
        courses.draw(graphics, left, "time (ms)", "");
        PanelText.legend(graphics, theme, left, List.of("recorded", "learned"), List.of(theme.data(), theme.second()));
        depth(graphics, new Rectangle2D.Double(area.getX() + half, area.getY(), half, area.getHeight()));
    }

    /** The depth of modulation of recorded, fitted and learned I units. */
    private void depth(Graphics2D graphics, Rectangle2D area) {
        List<String> names = new ArrayList<>();
        SmallPlot plot = new SmallPlot("depth of modulation", theme);
        Origin[] origins = Origin.values();
        for (int f = 0; f < answer.factors().size(); f++) {
            names.add(answer.factors().get(f));
            for (int o = 0; o < origins.length; o++) {
                double[] values = depths(origins[o], f);
                double x = f + 0.24 * (o - 1);
                Color colour =
                        switch (origins[o]) {
                            case RECORDED -> theme.data();
                            case FITTED -> theme.inhibitory();
                            case LEARNED -> theme.second();
                        };
                plot.points(places(x, values.length), values, colour, origins[o] != Origin.FITTED, DOT);
                double mean = mean(origins[o], f);
                plot.line(
                        new double[] {x - 0.1, x + 0.1},
                        new double[] {mean, mean},
                        LineStyle.solid(theme.foreground(), 1.6));
            }
        }
        plot.draw(graphics, area, names, "", Double.NaN, Double.NaN);
        PanelText.legend(
                graphics,
                theme,
                area,
                List.of("recorded", "fitted", "learned"),
                List.of(theme.data(), theme.inhibitory(), theme.second()));
    }

    /** The mean of the units; learned ones count by their influence, as in the value of the panel. */
    private double mean(Origin origin, int factor) {
        double sum = 0;
        double weights = 0;
        for (GrantSession session : answer.sessions()) {
            for (ModulatedUnit unit : session.learned()) {
                if (unit.origin() == origin) {
                    double weight = origin == Origin.LEARNED ? unit.influence() : 1;
                    sum += weight * unit.depth().get(factor);
                    weights += weight;
                }
            }
        }
        return sum / weights;
    }

    private double[] depths(Origin origin, int factor) {
        return answer.sessions().stream()
                .flatMap(session -> session.learned().stream())
                .filter(unit -> unit.origin() == origin)
                .map(ModulatedUnit::depth)
                .mapToDouble(depth -> depth.get(factor))
                .toArray();
    }

    /** Places beside each other around a value, so that points do not hide each other. */
    private static double[] places(double middle, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> middle + SmallPlot.beside(i, count, 0.1))
                .toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
