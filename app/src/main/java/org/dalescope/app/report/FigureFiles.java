package org.dalescope.app.report;

import java.nio.file.Path;
import org.dalescope.app.chart.RunFigures.Figure;
import org.dalescope.model.analysis.AnalysisFiles;
import org.dalescope.model.array.WholeFile;

/** A figure as files for a paper or a talk, all drawn by the same calls, and the numbers behind it. */
public final class FigureFiles {
    private FigureFiles() {}

    /** Writes the figure as PNG of 300 dots per inch and as SVG, with its numbers as CSV. */
    public static void write(Figure figure, Path folder) {
        byte[] png = FigurePng.of(figure);
        WholeFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(png));
        WholeFile.write(folder.resolve(figure.name() + ".svg"), FigureSvg.file(figure));
        WholeFile.write(folder.resolve(figure.name() + ".csv"), AnalysisFiles.csv(figure.numbers()));
    }

    /** The same and a PDF. */
    static void writeForPrint(Figure figure, Path folder) {
        write(figure, folder);
        WholeFile.write(folder.resolve(figure.name() + ".pdf"), out -> FigurePdf.write(figure, out));
    }
}
