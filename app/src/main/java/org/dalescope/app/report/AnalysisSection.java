package org.dalescope.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.analysis.AnalysisCharts;
import org.dalescope.app.chart.analysis.ChartChoices;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;

/**
 * The analyses section of a run's HTML report: the statistics of each analysis, its collapsible tables and its figures.
 * All tables are also written as files next to the page.
 */
final class AnalysisSection {
    /** The page shows at most this number of rows; the file of a table has all rows. */
    private static final int MOST_ROWS = 100;

    private static final int MOST_COLUMNS = 14;

    private AnalysisSection() {}

    static void add(HtmlPage page, ComputedReportParts evidence, Path folder, Path figureFolder) {
        page.heading("Analyses");
        evidence.missing().forEach(page::note);
        for (AnalysisResult result : evidence.analyses()) {
            AnalysisFiles.write(result, folder);
            page.subheading(result.title());
            page.table(
                    List.of("statistic", "value", "interval", "p (null)", "n", "definition"),
                    result.statistics().stream().map(AnalysisSection::row).toList());
            if (!result.notes().isEmpty()) {
                page.list(result.notes().stream().map(note -> note.sentences()).toList());
            }
            figures(result)
                    .forEach(figure -> page.figure(FigureFiles.writeForPrint(figure, figureFolder), figure.title()));
            result.tables().forEach(table -> table(page, table, folder));
        }
    }

    /** All charts of an analysis, with the first option of every choice. */
    private static List<Figure> figures(AnalysisResult result) {
        return Arrays.stream(AnalysisKind.values())
                .filter(kind -> kind.key().equals(result.name()))
                .flatMap(kind -> AnalysisCharts.of(kind, result, ChartChoices.FIRST, ChartTheme.light()).stream())
                .toList();
    }

    private static List<String> row(Statistic s) {
        String unit = s.unit().isEmpty() ? "" : " " + s.unit();
        String interval = s.uncertainty().over().isEmpty()
                ? "no interval"
                : "[" + number(s.uncertainty().low()) + ", "
                        + number(s.uncertainty().high()) + "] "
                        + s.uncertainty().over();
        String chance = s.chance().what().isEmpty()
                ? "no null distribution"
                : number(s.chance().p()) + " (" + s.chance().what() + ")";
        return List.of(s.name(), number(s.value()) + unit, interval, chance, s.n(), s.definition());
    }

    private static void table(HtmlPage page, Table table, Path folder) {
        int rows = Math.min(MOST_ROWS, table.rows());
        int columns = Math.min(MOST_COLUMNS, table.columns().size());
        boolean cut = rows < table.rows() || columns < table.columns().size();
        String whole = folder.getFileName() + "/" + table.name() + ".csv";
        String part = cut
                ? " (first " + rows + " of " + table.rows() + " rows, " + columns + " of "
                        + table.columns().size() + " columns; complete in " + whole + ")"
                : " (" + rows + " rows; also " + whole + ")";
        List<Table.Column> shown = table.columns().subList(0, columns);
        List<List<String>> cells = new ArrayList<>();
        IntStream.range(0, rows)
                .forEach(row -> cells.add(shown.stream().map(c -> cell(c, row)).toList()));
        page.folded(
                table.caption() + part,
                shown.stream().map(AnalysisSection::heading).toList(),
                cells);
    }

    private static String heading(Table.Column column) {
        return switch (column) {
            case Table.Numbers numbers ->
                numbers.unit().isEmpty() ? numbers.name() : numbers.name() + " (" + numbers.unit() + ")";
            case Table.Words words -> words.name();
        };
    }

    private static String cell(Table.Column column, int row) {
        return switch (column) {
            case Table.Numbers numbers -> number(numbers.values()[row]);
            case Table.Words words -> words.values().get(row);
        };
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
