package org.dalescope.app.chart.file;

import java.nio.file.Path;
import java.util.Locale;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;

/** A figure as files for a paper or a talk, all drawn by the same calls, and the numbers behind it. */
public final class FigureFiles {
    private FigureFiles() {}

    /** Writes the figure as PNG of 300 dots per inch and as SVG, with its numbers as CSV. */
    public static void write(Figure figure, Path folder) {
        byte[] png = FigurePng.of(figure);
        AtomicFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(png));
        AtomicFile.write(folder.resolve(figure.name() + ".svg"), FigureSvg.file(figure));
        AtomicFile.write(folder.resolve(figure.name() + ".csv"), AnalysisFiles.csv(figure.numbers()));
    }

    /**
     * Writes one file in the format that its name ends in.
     *
     * @throws InputError where the ending is none of svg, png, pdf and csv
     */
    public static void save(Figure figure, Path file) {
        String name = String.valueOf(file.getFileName());
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> AtomicFile.write(file, FigureSvg.file(figure));
            case "png" -> {
                byte[] png = FigurePng.of(figure);
                AtomicFile.write(file, out -> out.write(png));
            }
            case "pdf" -> AtomicFile.write(file, out -> FigurePdf.write(figure, out));
            case "csv" -> AtomicFile.write(file, AnalysisFiles.csv(figure.numbers()));
            default ->
                throw new InputError(
                        name + " does not say what to write: end it in .svg, .png, .pdf or .csv (numbers).");
        }
    }

    /** The same and a PDF. */
    public static void writeForPrint(Figure figure, Path folder) {
        write(figure, folder);
        AtomicFile.write(folder.resolve(figure.name() + ".pdf"), out -> FigurePdf.write(figure, out));
    }
}
