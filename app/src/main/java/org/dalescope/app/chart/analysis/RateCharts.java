package org.dalescope.app.chart.analysis;

import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisResult;

/** Mean rates, data against model. */
final class RateCharts {
    private RateCharts() {}

    static Figure rates(AnalysisResult result, ChartTheme theme) {
        return Pictures.unity(
                "analysis-rates",
                Words.of("chart-analysis.mean-rate-of-every"),
                Rows.of(result, "rates_per_neuron"),
                "data",
                "model",
                new Pictures.Axes(Words.of("chart-analysis.data-sp-s"), Words.of("chart-analysis.model-sp-s"), theme));
    }
}
