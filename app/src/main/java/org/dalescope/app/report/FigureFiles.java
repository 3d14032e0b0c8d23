package org.dalescope.app.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.dalescope.app.chart.RunFigures.Figure;
import org.dalescope.model.array.WholeFile;
import org.w3c.dom.Document;

/** A figure as PNG and as SVG, drawn by the same calls. */
public final class FigureFiles {
    /** Pixels of a PNG per unit of the figure: sharp on print and on dense screens. */
    private static final int SCALE = 2;

    private FigureFiles() {}

    /** Writes both files into a folder; what comes back are the bytes of the PNG. */
    public static byte[] write(Figure figure, Path folder) {
        byte[] png = png(figure);
        byte[] svg = svg(figure);
        WholeFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(png));
        WholeFile.write(folder.resolve(figure.name() + ".svg"), out -> out.write(svg));
        return png;
    }

    /** The figure as it lies inside a page. */
    static byte[] png(Figure figure) {
        BufferedImage image =
                new BufferedImage(SCALE * figure.width(), SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(SCALE, SCALE);
        figure.drawing().draw(g, area(figure));
        g.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] svg(Figure figure) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGraphics2D g = new SVGGraphics2D(document);
        g.setSVGCanvasSize(new java.awt.Dimension(figure.width(), figure.height()));
        figure.drawing().draw(g, area(figure));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            g.stream(writer, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Rectangle2D area(Figure figure) {
        return new Rectangle2D.Double(0, 0, figure.width(), figure.height());
    }
}
