package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Charts of the selectivity analysis: selectivity of the model against that of the data, for a factor in a window. */
final class SelectivityCharts {
    static final String FACTOR = "factor";
    private static final String WINDOW = "window";
    private static final String TABLE = "selectivity_per_neuron";

    private SelectivityCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        return choices(result, TABLE);
    }

    /** The choice of a factor and of a window of a table. */
    static List<ChartChoice> choices(AnalysisResult result, String table) {
        TableSelection rows = TableSelection.of(result, table);
        return List.of(new ChartChoice(FACTOR, rows.distinct(FACTOR)), new ChartChoice(WINDOW, rows.distinct(WINDOW)));
    }

    /** The rows of a table for a factor and a window. */
    static TableSelection rows(AnalysisResult result, String table, String factor, String window) {
        return TableSelection.of(result, table).where(FACTOR, factor).where(WINDOW, window);
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<ChartChoice> choices = choices(result);
        String factor = chosen.of(choices.get(0));
        String window = chosen.of(choices.get(1));
        TableSelection rows = rows(result, TABLE, factor, window);
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                TableFigures.unity(
                        "analysis-selectivity",
                        "Selectivity for %s, window %s".formatted(factor, window),
                        rows,
                        "index_data",
                        "index_model",
                        new TableFigures.Axes("AUC index, data", "AUC index, model", theme)),
                TableFigures.unity(
                        "analysis-eta",
                        "Variance explained by %s, window %s".formatted(factor, window),
                        rows,
                        "eta2_data",
                        "eta2_model",
                        new TableFigures.Axes("partial eta squared, data", "partial eta squared, model", theme)));
    }
}
