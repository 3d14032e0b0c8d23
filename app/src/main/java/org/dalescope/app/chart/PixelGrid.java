package org.dalescope.app.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A grid of coloured cells for a chart that is an image, with the first row on top.
 *
 * @param rgb {@code [row][column]}, column fastest
 */
public record PixelGrid(int rows, int columns, int[] rgb) {
    /** The approximate image width in pixels. Viewers smooth small images, but cells of several pixels stay sharp. */
    private static final int SHARP = 1200;

    /** Gives the colour of a cell. */
    @FunctionalInterface
    public interface Cells {
        Color at(int row, int column);
    }

    /** Creates a grid from the colours of all cells. */
    public static PixelGrid of(int rows, int columns, Cells cells) {
        int[] rgb = new int[rows * columns];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = cells.at(i / columns, i % columns).getRGB();
        }
        return new PixelGrid(rows, columns, rgb);
    }

    /** The image of the grid. */
    public BufferedImage image() {
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

    /** Mixes two colours; the share of the second is 0 to 1. */
    public static Color mix(Color from, Color to, double share) {
        double s = Math.clamp(share, 0.0, 1.0);
        return new Color(
                (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }
}
