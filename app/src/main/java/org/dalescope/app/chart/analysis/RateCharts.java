package org.dalescope.app.chart.analysis;

import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.core.AnalysisResult;

/** The chart of the rate analysis: mean rates of data against model. */
final class RateCharts {
    private RateCharts() {}

    static Figure rates(AnalysisResult result, ChartTheme theme) {
        return TableFigures.unity(
                "analysis-rates",
                "Mean rate of every neuron",
                TableSelection.of(result, "rates_per_neuron"),
                "data",
                "model",
                new TableFigures.Axes("data (sp/s)", "model (sp/s)", theme));
    }
}
