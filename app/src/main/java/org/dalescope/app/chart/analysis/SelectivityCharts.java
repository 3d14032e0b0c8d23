package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisResult;

/** Selectivity of the model against that of the data, for a factor in a window. */
final class SelectivityCharts {
    static final String FACTOR = "factor";
    private static final String WINDOW = "window";
    private static final String TABLE = "selectivity_per_neuron";

    private SelectivityCharts() {}

    static List<Choice> choices(AnalysisResult result) {
        Rows rows = Rows.of(result, TABLE);
        return List.of(new Choice(FACTOR, rows.distinct("factor")), new Choice(WINDOW, rows.distinct("window")));
    }

    static List<Figure> of(AnalysisResult result, Chosen chosen, ChartTheme theme) {
        List<Choice> choices = choices(result);
        String factor = chosen.of(choices.get(0));
        String window = chosen.of(choices.get(1));
        Rows rows = Rows.of(result, TABLE).where("factor", factor).where("window", window);
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                Pictures.unity(
                        "analysis-selectivity",
                        Words.of("chart-analysis.selectivity-for-window", factor, window),
                        rows,
                        "index_data",
                        "index_model",
                        new Pictures.Axes(
                                Words.of("chart-analysis.auc-index-data"),
                                Words.of("chart-analysis.auc-index-model"),
                                theme)),
                Pictures.unity(
                        "analysis-eta",
                        Words.of("chart-analysis.variance-explained-by-window", factor, window),
                        rows,
                        "eta2_data",
                        "eta2_model",
                        new Pictures.Axes(
                                Words.of("chart-analysis.partial-eta-squared-data"),
                                Words.of("chart-analysis.partial-eta-squared-model"),
                                theme)));
    }
}
