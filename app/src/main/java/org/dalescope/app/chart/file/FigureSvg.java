package org.dalescope.app.chart.file;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.dalescope.app.chart.Figure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure to an SVG file, with text kept as text. */
public final class FigureSvg {
    private static final int DECIMALS = 2;

    private FigureSvg() {}

    /** A complete SVG file with one element. */
    static String file(String element) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n";
    }

    /** A complete SVG file whose element has a width on paper instead of one in pixels. */
    static String file(String element, double widthMm, double heightMm) {
        int end = element.indexOf('>');
        String root = element.substring(0, end)
                .replaceFirst(" width=\"[^\"]*\"", "")
                .replaceFirst(" height=\"[^\"]*\"", "")
                .replaceFirst(
                        "<svg",
                        String.format(Locale.ROOT, "<svg width=\"%.1fmm\" height=\"%.1fmm\"", widthMm, heightMm));
        return file(root + element.substring(end));
    }

    /**
     * The {@code svg} element for a page with several figures. Its ids begin with the figure's name, and it uses the
     * available width.
     */
    public static String element(Figure figure) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(DECIMALS);
        context.setComment("Drawn by Dalescope");
        context.setIDGenerator(new NamedIds(figure.name()));
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new java.awt.Dimension(figure.width(), figure.height()));
        figure.drawing().draw(g, new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", figure.title());
        StringWriter text = new StringWriter();
        try {
            g.stream(root, text, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String all = text.toString();
        // Batik gives its own definitions the same id in every drawing. Nothing refers to this id, so it is removed.
        return all.substring(all.indexOf("<svg"))
                .replace(" id=\"genericDefs\"", "")
                .strip();
    }

    /** Generates ids that are unique on a page with several figures. */
    private static final class NamedIds extends SVGIDGenerator {
        private final String name;

        NamedIds(String name) {
            this.name = name.replaceAll("[^A-Za-z0-9_-]", "-");
        }

        @Override
        public String generateID(String prefix) {
            return name + "-" + super.generateID(prefix);
        }
    }
}
