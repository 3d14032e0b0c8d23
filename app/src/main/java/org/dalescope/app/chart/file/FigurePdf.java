package org.dalescope.app.chart.file;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.dalescope.app.chart.Figure;

/**
 * Writes a figure to a PDF file with one page of its size. Text is drawn as curves, so that it looks the same on every
 * machine.
 */
final class FigurePdf {
    /** Points of 1/72 inch per unit of 1/96 inch. */
    private static final float SCALE = 0.75f;

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private FigurePdf() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        write(figure, SCALE, out);
    }

    /** Writes a figure so that its page has a width on paper. */
    static void write(Figure figure, double widthMm, OutputStream out) throws IOException {
        write(figure, (float) (POINTS_PER_MM * widthMm / figure.width()), out);
    }

    private static void write(Figure figure, float scale, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(scale * figure.width(), scale * figure.height()));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, figure.width(), figure.height());
            figure.drawing().draw(g, new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(scale, scale));
                content.drawForm(g.getXFormObject());
            }
            document.getDocumentInformation().setTitle(figure.title());
            document.save(out);
        }
    }
}
