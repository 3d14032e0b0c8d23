package org.dalescope.app.chart.grant;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;

/** Text in the panels of the grant figure. */
final class PanelText {
    private PanelText() {}

    /** Names in their colours at the right of a plot's first line below its title. */
    static void legend(
            Graphics2D graphics, ChartTheme theme, Rectangle2D area, List<String> names, List<Color> colours) {
        graphics.setFont(theme.font(Font.PLAIN, SmallPlot.TEXT - 1));
        double x = area.getMaxX() - 2;
        for (int i = names.size() - 1; i >= 0; i--) {
            x -= graphics.getFontMetrics().stringWidth(names.get(i)) + 8;
            graphics.setPaint(colours.get(i));
            graphics.drawString(names.get(i), (float) x, (float) area.getY() + 24);
        }
    }

    /** Text in lines of the width of an area. */
    static void paragraph(Graphics2D graphics, ChartTheme theme, Rectangle2D area, String text) {
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
}
