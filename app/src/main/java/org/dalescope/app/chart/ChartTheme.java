package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.dalescope.model.session.NeuronType;

/**
 * The colours and font size of all charts. E and I have the same colours in every chart, and users with colour
 * blindness can distinguish them in both themes (ColourTest).
 *
 * @param background background of charts and panels
 * @param foreground text and the most important line
 * @param muted secondary text
 * @param grid grid lines and axes
 * @param excitatory E units and neurons
 * @param inhibitory I units and neurons
 * @param data recorded data, with a band of its standard error
 * @param ghost lines for comparison only
 * @param accent scores and marks
 * @param second a further line in addition to the accent
 * @param family font family: a common sans serif in files, the window's own in the window
 * @param letters font size as a factor: 1 in files, the user's choice in the window
 */
public record ChartTheme(
        Color background,
        Color foreground,
        Color muted,
        Color grid,
        Color excitatory,
        Color inhibitory,
        Color data,
        Color ghost,
        Color accent,
        Color second,
        String family,
        double letters) {
    /** The number of hues for conditions in one chart. */
    public static final int HUES = 4;

    private static final int PALE_ALPHA = 70;
    private static final int HALF_ALPHA = 150;
    private static final int FAINT_ALPHA = 36;
    private static final int RGB = 0xffffff;

    /** The theme on white. */
    public static ChartTheme light() {
        return new ChartTheme(
                Color.decode("#ffffff"),
                Color.decode("#24292f"),
                Color.decode("#57606a"),
                Color.decode("#d8dee4"),
                Color.decode("#0072b2"),
                Color.decode("#d55e00"),
                Color.decode("#6e7781"),
                Color.decode("#8b949e"),
                Color.decode("#007a5a"),
                Color.decode("#a8487f"),
                Font.SANS_SERIF,
                1);
    }

    /** The theme on nearly black. */
    public static ChartTheme dark() {
        return new ChartTheme(
                Color.decode("#0d1117"),
                Color.decode("#d7dde3"),
                Color.decode("#9aa4af"),
                Color.decode("#2a313a"),
                Color.decode("#58b0f0"),
                Color.decode("#ff9248"),
                Color.decode("#a3adb8"),
                Color.decode("#666f7a"),
                Color.decode("#2fc79a"),
                Color.decode("#e08fc0"),
                Font.SANS_SERIF,
                1);
    }

    /** The same theme with another font family and size. */
    public ChartTheme withFont(String newFamily, double factor) {
        return new ChartTheme(
                background,
                foreground,
                muted,
                grid,
                excitatory,
                inhibitory,
                data,
                ghost,
                accent,
                second,
                newFamily,
                factor);
    }

    /** The font of a chart; the layout follows from its size. */
    public Font font(int style, int size) {
        return new Font(family, style, (int) Math.round(letters * size));
    }

    /** The colour of a neuron type. */
    public Color of(NeuronType type) {
        return switch (type) {
            case EXCITATORY -> excitatory;
            case INHIBITORY -> inhibitory;
            case UNKNOWN -> foreground;
        };
    }

    /**
     * The colour of another theme that corresponds to a colour of this theme, with the same opacity. Other colours are
     * returned unchanged.
     */
    public Color in(ChartTheme other, Color colour) {
        List<Color> mine = all();
        for (int i = 0; i < mine.size(); i++) {
            if ((mine.get(i).getRGB() & RGB) == (colour.getRGB() & RGB)) {
                Color there = other.all().get(i);
                return new Color(there.getRed(), there.getGreen(), there.getBlue(), colour.getAlpha());
            }
        }
        return colour;
    }

    private List<Color> all() {
        return List.of(background, foreground, muted, grid, excitatory, inhibitory, data, ghost, accent, second);
    }

    /** One of four hues for conditions in one chart; none is that of E or I. */
    public Color hue(int index) {
        return switch (index % HUES) {
            case 0 -> accent;
            case 1 -> second;
            case 2 -> Color.decode("#ad8a00");
            default -> Color.decode("#7a6fd0");
        };
    }

    /** A colour at a little more than half of its strength, for data beside its model. */
    public static Color half(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), HALF_ALPHA);
    }

    /** A hardly visible version of a colour, for bands that lie over each other. */
    public static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT_ALPHA);
    }

    /** A pale version of a colour, for raw curves, single units and bands. */
    public static Color pale(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), PALE_ALPHA);
    }
}
