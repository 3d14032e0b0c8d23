package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Drawing;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.grant.GrantFigureTables;
import org.dalescope.model.suite.grant.GrantPanel;
import org.dalescope.model.suite.grant.GrantSession;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
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
        panel(graphics, "C", "I units learned from E neurons alone", 0, LOWER);
        new LearnedDrawing(answer, theme)
                .draw(graphics, new Rectangle2D.Double(0, LOWER + TITLE + 2, MIDDLE - 4, HEIGHT - LOWER - TITLE - 6));
        panel(graphics, "D", "Variance along the inputs", MIDDLE, LOWER);
        new SharesDrawing(answer, theme)
                .draw(graphics, new Rectangle2D.Double(MIDDLE, LOWER + TITLE + 2, 198, HEIGHT - LOWER - TITLE - 6));
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
                // Currents differ in size between sessions, so those of several sessions are divided by their mean.
                double unit = answer.sessions().size() == 1
                        ? 1
                        : session.inhibition().stream()
                                .mapToDouble(InhibitedNeuron::input)
                                .average()
                                .orElse(1);
                plot.points(
                        session.inhibition().stream()
                                .mapToDouble(one -> one.selectivity().get(factor))
                                .toArray(),
                        session.inhibition().stream()
                                .mapToDouble(one -> one.input() / unit)
                                .toArray(),
                        theme.excitatory(),
                        true,
                        DOT);
            }
            plot.draw(
                    graphics,
                    new Rectangle2D.Double(MIDDLE + f * width, TITLE + 2, width, LOWER - TITLE - 12),
                    "selectivity (" + selective(answer.factors().get(f)) + " neurons selective)",
                    answer.sessions().size() == 1 ? "inhibitory input (units of x)" : "inhibitory input / mean");
        }
    }

    private void cells(Graphics2D graphics) {
        double left = MIDDLE + 204;
        panel(graphics, "E", "Selectivity of E and I cells", left, LOWER);
        double top = LOWER + TITLE + 2;
        Rectangle2D area = new Rectangle2D.Double(left, top, WIDTH - left, HEIGHT - top - 4);
        boolean isPlane = answer.factors().size() > 1;
        SmallPlot plot = new SmallPlot("AUC index; filled: p < 0.05, uncorrected", theme);
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
                        isPlane
                                ? chosen.stream()
                                        .mapToDouble(cell -> cell.index().get(1))
                                        .toArray()
                                : rows(type, chosen.size()),
                        colour,
                        significant,
                        DOT);
            }
        }
        plot.draw(
                graphics,
                area,
                answer.factors().getFirst(),
                isPlane ? answer.factors().get(1) : "I cells at 0, E cells at 1");
        PanelText.legend(graphics, theme, area, List.of("E", "I"), List.of(theme.excitatory(), theme.inhibitory()));
    }

    /** Places of cells around the row of their type, for a figure of one factor. */
    private static double[] rows(String type, int count) {
        double row = type.equals("E") ? 1 : 0;
        return IntStream.range(0, count)
                .mapToDouble(i -> row + SmallPlot.beside(i, count, 0.4))
                .toArray();
    }

    private List<Cell> cells(Predicate<Cell> chosen) {
        return answer.sessions().stream()
                .flatMap(session -> session.cells().stream())
                .filter(chosen)
                .toList();
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
}
