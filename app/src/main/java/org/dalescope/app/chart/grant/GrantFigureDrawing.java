package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Drawing;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.grant.GrantFigureTables;
import org.dalescope.model.suite.grant.GrantPanel;
import org.dalescope.model.suite.grant.GrantSession;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.suite.grant.GrantSession.Origin;
import org.dalescope.model.suite.grant.GrantSession.SubspaceShare;
import org.dalescope.model.suite.grant.PanelEvidence;

/**
 * The grant figure: A the task and the network, B inhibitory input against selectivity, C learned I units beside
 * recorded interneurons, D shares of variance in input-potent directions, E selectivity of E and I cells.
 */
public record GrantFigureDrawing(GrantFigure answer, ChartTheme theme) implements Drawing {
    /** The width of the figure on paper. */
    public static final double WIDTH_MM = 180;

    private static final int WIDTH = 720;
    private static final int HEIGHT = 520;
    private static final double MIDDLE = 302;
    private static final double LOWER = 264;
    private static final double TITLE = 16;
    private static final double DOT = 5;

    /** The figure with its numbers. */
    public static Figure of(GrantFigure answer, ChartTheme theme) {
        return new Figure(
                "grant-figure",
                "Local inhibition and selectivity",
                WIDTH,
                HEIGHT,
                new GrantFigureDrawing(answer, theme),
                GrantFigureTables.evidence(answer));
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        AffineTransform before = graphics.getTransform();
        graphics.setPaint(theme.background());
        graphics.fill(area);
        graphics.translate(area.getX(), area.getY());
        graphics.scale(area.getWidth() / WIDTH, area.getHeight() / HEIGHT);
        panel(graphics, "A", "Task and network", 0, 0);
        new TaskDrawing(answer.sessions().getFirst(), answer.sessions().size(), theme)
                .draw(graphics, new Rectangle2D.Double(8, 24, MIDDLE - 22, LOWER - 38));
        inhibition(graphics);
        learned(graphics);
        shares(graphics);
        cells(graphics);
        graphics.setTransform(before);
    }

    private void panel(Graphics2D graphics, String letter, String title, double x, double y) {
        graphics.setPaint(theme.foreground());
        graphics.setFont(theme.font(Font.BOLD, 14));
        graphics.drawString(letter, (float) x + 4, (float) y + 14);
        graphics.setFont(theme.font(Font.BOLD, SmallPlot.TEXT));
        graphics.drawString(title, (float) x + 20, (float) y + 13);
    }

    private void inhibition(Graphics2D graphics) {
        panel(graphics, "B", "Inhibitory input of recorded E neurons", MIDDLE, 0);
        int factors = answer.factors().size();
        double width = (WIDTH - MIDDLE) / factors;
        for (int f = 0; f < factors; f++) {
            int factor = f;
            SmallPlot plot = new SmallPlot(
                    answer.factors().get(f) + ": r "
                            + amount(GrantPanel.B, answer.factors().get(f)),
                    theme);
            plot.mark(0);
            for (GrantSession session : answer.sessions()) {
                // Weights differ in scale between networks, so those of several sessions are divided by their mean.
                double unit = answer.sessions().size() == 1
                        ? 1
                        : session.inhibition().stream()
                                .mapToDouble(InhibitedNeuron::weight)
                                .average()
                                .orElse(1);
                plot.points(
                        session.inhibition().stream()
                                .mapToDouble(one -> one.selectivity().get(factor))
                                .toArray(),
                        session.inhibition().stream()
                                .mapToDouble(one -> one.weight() / unit)
                                .toArray(),
                        theme.excitatory(),
                        true,
                        DOT);
            }
            plot.draw(
                    graphics,
                    new Rectangle2D.Double(MIDDLE + f * width, TITLE + 2, width, LOWER - TITLE - 12),
                    "selectivity (" + selective(answer.factors().get(f)) + " neurons selective)",
                    answer.sessions().size() == 1 ? "summed I weight" : "summed I weight / mean");
        }
    }

    private void learned(Graphics2D graphics) {
        panel(graphics, "C", "I units learned from E neurons alone", 0, LOWER);
        GrantSession first = answer.sessions().getFirst();
        double half = (MIDDLE - 8) / 2;
        double[] times = array(first.courses().timesMs());
        double top = LOWER + TITLE + 2;
        SmallPlot courses = new SmallPlot("mean PSTH (z)", theme);
        if (!first.courses().recorded().isEmpty()) {
            courses.line(times, array(first.courses().recorded()), LineStyle.solid(theme.data(), 1.4));
        }
        if (!first.courses().learned().isEmpty()) {
            courses.line(times, array(first.courses().learned()), LineStyle.solid(theme.second(), 1.4));
        }
        Rectangle2D left = new Rectangle2D.Double(0, top, half, HEIGHT - top - 4);
        courses.draw(graphics, left, "time (ms)", "");
        legend(graphics, left, List.of("recorded", "learned"), List.of(theme.data(), theme.second()));
        depth(graphics, new Rectangle2D.Double(half, top, half + 4, HEIGHT - top - 4));
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
                plot.points(places(x, values.length), values, colour, origins[o] != Origin.FITTED, DOT - 1);
                double mean = IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElse(Double.NaN);
                plot.line(
                        new double[] {x - 0.1, x + 0.1},
                        new double[] {mean, mean},
                        LineStyle.solid(theme.foreground(), 1.6));
            }
        }
        plot.draw(graphics, area, names, "", Double.NaN, Double.NaN);
        legend(
                graphics,
                area,
                List.of("recorded", "fitted", "learned"),
                List.of(theme.data(), theme.inhibitory(), theme.second()));
    }

    private double[] depths(Origin origin, int factor) {
        return answer.sessions().stream()
                .flatMap(session -> session.learned().stream())
                .filter(unit -> unit.origin() == origin)
                .map(ModulatedUnit::depth)
                .mapToDouble(depth -> depth.get(factor))
                .toArray();
    }

    private void shares(Graphics2D graphics) {
        panel(graphics, "D", "Variance along the inputs", MIDDLE, LOWER);
        double top = LOWER + TITLE + 2;
        Rectangle2D area = new Rectangle2D.Double(MIDDLE, top, 198, HEIGHT - top - 4);
        if (answer.sessions().stream().allMatch(session -> session.shares().isEmpty())) {
            paragraph(graphics, answer.sessions().getFirst().refusal(), area);
            return;
        }
        SmallPlot plot = new SmallPlot("input-potent share of the factor's variance", theme);
        for (int f = 0; f < answer.factors().size(); f++) {
            String factor = answer.factors().get(f);
            List<SubspaceShare> ofData = shares("data", factor);
            for (int i = 0; i < ofData.size(); i++) {
                double x = f - 0.15 + place(i, ofData.size());
                SubspaceShare share = ofData.get(i);
                plot.line(
                        new double[] {x, x},
                        new double[] {share.low(), share.high()},
                        LineStyle.solid(theme.grid(), 5));
                plot.points(new double[] {x}, new double[] {share.random()}, theme.muted(), false, DOT - 1);
                plot.points(new double[] {x}, new double[] {share.potent()}, theme.foreground(), true, DOT);
            }
            List<SubspaceShare> ofNetworks = shares("networks", factor);
            for (int i = 0; i < ofNetworks.size(); i++) {
                plot.points(
                        new double[] {f + 0.2 + place(i, ofNetworks.size())},
                        new double[] {ofNetworks.get(i).potent()},
                        theme.accent(),
                        true,
                        DOT);
            }
        }
        plot.level(1).draw(graphics, area, answer.factors(), "", 0, 1.25);
        if (answer.factors().stream()
                .flatMap(factor -> shares("data", factor).stream())
                .allMatch(share -> Double.isNaN(share.potent()))) {
            paragraph(
                    graphics,
                    "The factors cause no variance beyond noise in these trials of the data.",
                    new Rectangle2D.Double(area.getX() + 20, area.getY() + 50, area.getWidth() - 20, 60));
        }
        legend(
                graphics,
                area,
                List.of("data", "networks", "random"),
                List.of(theme.foreground(), theme.accent(), theme.muted()));
    }

    private List<SubspaceShare> shares(String of, String factor) {
        return answer.sessions().stream()
                .flatMap(session -> session.shares().stream())
                .filter(share -> share.of().equals(of) && share.factor().equals(factor))
                .toList();
    }

    private void cells(Graphics2D graphics) {
        double left = MIDDLE + 204;
        panel(graphics, "E", "Selectivity of E and I cells", left, LOWER);
        double top = LOWER + TITLE + 2;
        Rectangle2D area = new Rectangle2D.Double(left, top, WIDTH - left, HEIGHT - top - 4);
        int second = answer.factors().size() - 1;
        SmallPlot plot = new SmallPlot("AUC index; filled: p < 0.05 for either", theme);
        plot.level(0).mark(0);
        for (boolean significant : new boolean[] {false, true}) {
            for (String type : List.of("E", "I")) {
                Color colour = type.equals("E") ? theme.excitatory() : theme.inhibitory();
                List<Cell> chosen = cells(
                        cell -> cell.type().equals(type) && cell.p().stream().anyMatch(p -> p < 0.05) == significant);
                plot.points(
                        chosen.stream()
                                .mapToDouble(cell -> cell.index().getFirst())
                                .toArray(),
                        chosen.stream()
                                .mapToDouble(cell -> cell.index().get(second))
                                .toArray(),
                        colour,
                        significant,
                        DOT);
            }
        }
        plot.draw(graphics, area, answer.factors().getFirst(), answer.factors().get(second));
        legend(graphics, area, List.of("E", "I"), List.of(theme.excitatory(), theme.inhibitory()));
    }

    private List<Cell> cells(Predicate<Cell> chosen) {
        return answer.sessions().stream()
                .flatMap(session -> session.cells().stream())
                .filter(chosen)
                .toList();
    }

    /** Names in their colours at the right of a plot's first line below its title. */
    private void legend(Graphics2D graphics, Rectangle2D area, List<String> names, List<Color> colours) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT - 1));
        double x = area.getMaxX() - 2;
        for (int i = names.size() - 1; i >= 0; i--) {
            x -= graphics.getFontMetrics().stringWidth(names.get(i)) + 8;
            graphics.setPaint(colours.get(i));
            graphics.drawString(names.get(i), (float) x, (float) area.getY() + 24);
        }
    }

    /** Text in lines of the width of an area. */
    private void paragraph(Graphics2D graphics, String text, Rectangle2D area) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT));
        graphics.setPaint(theme.muted());
        StringBuilder line = new StringBuilder();
        float y = (float) area.getY() + 30;
        for (String word : text.split(" ", -1)) {
            if (graphics.getFontMetrics().stringWidth(line + word) > area.getWidth() - 24) {
                graphics.drawString(line.toString(), (float) area.getX() + 12, y);
                line.setLength(0);
                y += SmallPlot.TEXT + 4;
            }
            line.append(word).append(' ');
        }
        graphics.drawString(line.toString(), (float) area.getX() + 12, y);
    }

    private int selective(String factor) {
        return answer.evidence().stream()
                .filter(one -> one.factor().equals(factor))
                .mapToInt(PanelEvidence::selective)
                .max()
                .orElse(0);
    }

    private String amount(GrantPanel panel, String factor) {
        return answer.evidence().stream()
                .filter(one -> one.panel() == panel && one.factor().equals(factor))
                .map(PanelEvidence::amount)
                .findFirst()
                .orElse("");
    }

    /** Places beside each other around a value, so that points do not hide each other. */
    private static double[] places(double middle, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> middle + place(i, count) / 2)
                .toArray();
    }

    private static double place(int index, int count) {
        return count < 2 ? 0 : 0.2 * (index / (count - 1.0) - 0.5);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
