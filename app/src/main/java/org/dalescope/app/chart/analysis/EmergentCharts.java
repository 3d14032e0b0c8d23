package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.selectivity.EmergentSelectivityAnalysis;

/** Charts of emergent selectivity for a factor in a window: neurons without a direct input, and networks without W. */
final class EmergentCharts {
    private EmergentCharts() {}

    static List<ChartChoice> choices(AnalysisResult result) {
        return SelectivityCharts.choices(result, EmergentSelectivityAnalysis.TABLE);
    }

    static List<Figure> of(AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        List<ChartChoice> choices = choices(result);
        String factor = chosen.of(choices.get(0));
        String window = chosen.of(choices.get(1));
        TableSelection without = SelectivityCharts.rows(result, EmergentSelectivityAnalysis.TABLE, factor, window)
                .where("direct_input", "no");
        if (without.isEmpty()) {
            return List.of();
        }
        return List.of(
                TableFigures.unity(
                        "analysis-emergent",
                        "No direct input of %s, window %s".formatted(factor, window),
                        without,
                        "index_data",
                        "index_model",
                        new TableFigures.Axes("AUC index, data", "AUC index, model", theme)),
                TableFigures.unity(
                        "analysis-cut",
                        "No direct input of %s: model with W = 0".formatted(factor),
                        without,
                        "difference_model",
                        "difference_cut",
                        new TableFigures.Axes("difference of rates, sp/s", "difference with W = 0, sp/s", theme)));
    }
}
