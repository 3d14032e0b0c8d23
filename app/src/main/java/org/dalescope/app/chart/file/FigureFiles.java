package org.dalescope.app.chart.file;

import java.nio.file.Path;
import java.util.Locale;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;

/**
 * Writes a figure to files for a paper or a talk, together with its numbers. All formats are drawn by the same code.
 */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes the figure as SVG and its numbers as CSV.
     *
     * @return the figure's {@code svg} element, for a page with several figures
     */
    public static String write(Figure figure, Path folder) {
        String svg = FigureSvg.element(figure);
        AtomicFile.write(folder.resolve(figure.name() + ".svg"), FigureSvg.file(svg));
        AtomicFile.write(folder.resolve(figure.name() + ".csv"), AnalysisFiles.csv(figure.numbers()));
        return svg;
    }

    /**
     * Writes one file in the format of its extension.
     *
     * @throws InputError if the extension is not svg, png, pdf or csv
     */
    public static void save(Figure figure, Path file) {
        String name = String.valueOf(file.getFileName());
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> AtomicFile.write(file, FigureSvg.file(FigureSvg.element(figure)));
            case "png" -> {
                byte[] png = FigurePng.of(figure);
                AtomicFile.write(file, out -> out.write(png));
            }
            case "pdf" -> AtomicFile.write(file, out -> FigurePdf.write(figure, out));
            case "csv" -> AtomicFile.write(file, AnalysisFiles.csv(figure.numbers()));
            default -> throw new InputError(name + " has no known extension: use .svg, .png, .pdf or .csv (numbers).");
        }
    }

    /**
     * Writes the same files, a PNG (300 dots per inch) and a PDF.
     *
     * @return the figure's {@code svg} element, for a page with several figures
     */
    public static String writeForPrint(Figure figure, Path folder) {
        String svg = write(figure, folder);
        save(figure, folder.resolve(figure.name() + ".png"));
        save(figure, folder.resolve(figure.name() + ".pdf"));
        return svg;
    }

    /**
     * Writes the figure for a journal: SVG, PDF and PNG with a width on paper, and its numbers as CSV.
     *
     * @return the figure's {@code svg} element, for a page with several figures
     */
    public static String writeForJournal(Figure figure, double widthMm, Path folder) {
        String svg = FigureSvg.element(figure);
        double heightMm = widthMm * figure.height() / figure.width();
        AtomicFile.write(folder.resolve(figure.name() + ".svg"), FigureSvg.file(svg, widthMm, heightMm));
        AtomicFile.write(folder.resolve(figure.name() + ".csv"), AnalysisFiles.csv(figure.numbers()));
        AtomicFile.write(folder.resolve(figure.name() + ".pdf"), out -> FigurePdf.write(figure, widthMm, out));
        byte[] png = FigurePng.of(figure, widthMm);
        AtomicFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(png));
        return svg;
    }
}
