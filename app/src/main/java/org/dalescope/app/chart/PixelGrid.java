package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Coloured cells in rows, the first row on top.
 *
 * @param rgb {@code [row][column]}, column fastest
 */
public record PixelGrid(int rows, int columns, int[] rgb) {
    /** Viewers smooth small images; cells of several pixels stay sharp. */
    private static final int SHARP = 1200;

    /** The colour of a cell. */
    @FunctionalInterface
    public interface Cells {
        Color at(int row, int column);
    }

    /** Asks for every cell's colour. */
    public static PixelGrid of(int rows, int columns, Cells cells) {
        int[] rgb = new int[rows * columns];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = cells.at(i / columns, i % columns).getRGB();
        }
        return new PixelGrid(rows, columns, rgb);
    }

    BufferedImage image() {
        int across = Math.max(1, SHARP / Math.max(1, columns));
        int down = Math.max(1, SHARP / 2 / Math.max(1, rows));
        BufferedImage image =
                new BufferedImage(Math.max(1, columns * across), Math.max(1, rows * down), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows * down; y++) {
            for (int x = 0; x < columns * across; x++) {
                image.setRGB(x, y, rgb[y / down * columns + x / across]);
            }
        }
        return image;
    }

    /** A colour between two, share 0 to 1 of the second. */
    public static Color mix(Color from, Color to, double share) {
        double s = Math.clamp(share, 0.0, 1.0);
        return new Color(
                (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }
}
