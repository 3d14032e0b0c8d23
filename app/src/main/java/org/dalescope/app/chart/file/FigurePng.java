package org.dalescope.app.chart.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.dalescope.app.chart.Figure;

/**
 * Writes a figure to a PNG file with 300 dots per inch and stores the resolution in the file. The unit of a figure is
 * 1/96 inch.
 */
final class FigurePng {
    private static final double SCALE = 300.0 / 96;
    private static final double MM_PER_INCH = 25.4;
    private static final String DOTS_PER_METRE = "11811";
    /** The compression from 0 (small file) to 1 (fast). Charts compress well, so the fast side is used. */
    private static final float QUICK = 0.7f;

    private FigurePng() {}

    static byte[] of(Figure figure) {
        return scaled(figure, SCALE);
    }

    /** A figure that has a width on paper. */
    static byte[] of(Figure figure, double widthMm) {
        return scaled(figure, 300 / MM_PER_INCH * widthMm / figure.width());
    }

    private static byte[] scaled(Figure figure, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(scale * figure.width()),
                (int) Math.ceil(scale * figure.height()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        // The figure may end within the last pixels.
        g.setPaint(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(scale, scale);
        figure.drawing().draw(g, new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
        g.dispose();
        try {
            return encoded(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUICK);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), resolution(metadata.getNativeMetadataFormatName()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(metadata, new IIOImage(image, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution(String format) {
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", DOTS_PER_METRE);
        physical.setAttribute("pixelsPerUnitYAxis", DOTS_PER_METRE);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(format);
        root.appendChild(physical);
        return root;
    }
}
