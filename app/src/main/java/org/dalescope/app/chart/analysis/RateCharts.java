package org.dalescope.app.chart.analysis;

import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.text.Messages;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Mean rates, data against model. */
final class RateCharts {
    private RateCharts() {}

    static Figure rates(AnalysisResult result, ChartTheme theme) {
        return TableFigures.unity(
                "analysis-rates",
                Messages.of("chart-analysis.mean-rate-of-every"),
                TableSelection.of(result, "rates_per_neuron"),
                "data",
                "model",
                new TableFigures.Axes(
                        Messages.of("chart-analysis.data-sp-s"), Messages.of("chart-analysis.model-sp-s"), theme));
    }
}
