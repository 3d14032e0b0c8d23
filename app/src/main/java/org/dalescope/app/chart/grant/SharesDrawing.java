package org.dalescope.app.chart.grant;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.grant.GrantSession.SubspaceShare;

/** Panel D: the shares of a factor's variance in input-potent directions, beside random subspaces. */
record SharesDrawing(GrantFigure answer, ChartTheme theme) {
    private static final double DOT = 5;
    /** The width that the sessions take beside each other. */
    private static final double WIDTH = 0.2;

    void draw(Graphics2D graphics, Rectangle2D area) {
        if (answer.sessions().stream().allMatch(session -> session.shares().isEmpty())) {
            PanelText.paragraph(
                    graphics, theme, area, answer.sessions().getFirst().refusal());
            return;
        }
        SmallPlot plot = new SmallPlot("input-potent share of the variance", theme);
        for (int f = 0; f < answer.factors().size(); f++) {
            String factor = answer.factors().get(f);
            List<SubspaceShare> ofData = shares("data", factor);
            for (int i = 0; i < ofData.size(); i++) {
                double x = f - 0.15 + SmallPlot.beside(i, ofData.size(), WIDTH);
                SubspaceShare share = ofData.get(i);
                plot.line(
                        new double[] {x, x},
                        new double[] {share.low(), share.high()},
                        LineStyle.solid(theme.grid(), 5));
                plot.points(new double[] {x}, new double[] {share.random()}, theme.muted(), false, DOT - 1);
                plot.line(
                        new double[] {x, x},
                        new double[] {share.potent() - share.error(), share.potent() + share.error()},
                        LineStyle.solid(theme.foreground(), 1));
                plot.points(new double[] {x}, new double[] {share.potent()}, theme.foreground(), true, DOT);
            }
            List<SubspaceShare> ofNetworks = shares("networks", factor);
            for (int i = 0; i < ofNetworks.size(); i++) {
                plot.points(
                        new double[] {f + 0.2 + SmallPlot.beside(i, ofNetworks.size(), WIDTH)},
                        new double[] {ofNetworks.get(i).potent()},
                        theme.accent(),
                        true,
                        DOT);
            }
        }
        plot.level(1).draw(graphics, area, answer.factors(), "", lowest(), highest());
        if (answer.factors().stream()
                .flatMap(factor -> shares("data", factor).stream())
                .allMatch(share -> Double.isNaN(share.potent()))) {
            PanelText.paragraph(
                    graphics,
                    theme,
                    new Rectangle2D.Double(area.getX() + 20, area.getY() + 50, area.getWidth() - 20, 60),
                    "The factors cause hardly any variance beyond noise in these trials.");
        }
        PanelText.legend(
                graphics,
                theme,
                area,
                List.of("data", "networks", "random"),
                List.of(theme.foreground(), theme.accent(), theme.muted()));
    }

    /** Corrected for noise, a share may lie below 0 or above 1. */
    private double lowest() {
        return Math.min(0, ends().min().orElse(0) - 0.05);
    }

    private double highest() {
        return Math.max(1.35, ends().max().orElse(0) + 0.25);
    }

    private DoubleStream ends() {
        return answer.sessions().stream()
                .flatMap(session -> session.shares().stream())
                .flatMapToDouble(share -> DoubleStream.of(
                        share.low(),
                        share.high(),
                        share.potent(),
                        share.potent() - share.error(),
                        share.potent() + share.error()))
                .filter(Double::isFinite);
    }

    private List<SubspaceShare> shares(String of, String factor) {
        return answer.sessions().stream()
                .flatMap(session -> session.shares().stream())
                .filter(share -> share.of().equals(of) && share.factor().equals(factor))
                .toList();
    }
}
