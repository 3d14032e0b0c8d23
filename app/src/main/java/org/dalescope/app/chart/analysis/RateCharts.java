package org.dalescope.app.chart.analysis;

import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.RunFigures.Figure;
import org.dalescope.model.analysis.AnalysisResult;

/** Mean rates, data against model. */
final class RateCharts {
    private RateCharts() {}

    static Figure rates(AnalysisResult result, ChartTheme theme) {
        return Pictures.unity(
                "analysis-rates",
                "Mean rate of every neuron",
                Rows.of(result, "rates_per_neuron"),
                "data",
                "model",
                new Pictures.Axes("data (sp/s)", "model (sp/s)", theme));
    }
}
