package org.dalescope.app.chart.analysis;

import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;

/** Creates the charts of every analysis and their choices. */
public final class AnalysisCharts {
    private AnalysisCharts() {}

    /** The choices of an analysis; a choice has no options if the result has nothing to choose from. */
    public static List<ChartChoice> choices(AnalysisKind kind, AnalysisResult result) {
        List<ChartChoice> all =
                switch (kind) {
                    case VARIABILITY -> VariabilityCharts.choices(result);
                    case SELECTIVITY -> SelectivityCharts.choices(result);
                    case SELECTIVITY_OVER_TRAINING -> SelectivityCourseCharts.choices(result);
                    case EMERGENT_SELECTIVITY -> EmergentCharts.choices(result);
                    case CONNECTIVITY -> ConnectivityCharts.choices(result);
                    case DYNAMICS -> DynamicsCharts.choices(result);
                    case POPULATION -> PopulationCharts.choices(result);
                    case CURRENTS -> CurrentCharts.choices(result);
                    case MEASURED_PERTURBATION -> MeasuredCharts.choices(result);
                    case RATES, FIXED_POINTS, ENSEMBLE, PERTURBATION -> List.of();
                };
        return all.stream().filter(choice -> choice.options().size() > 1).toList();
    }

    /** The charts for the chosen options, each with the numbers that it shows. */
    public static List<Figure> of(AnalysisKind kind, AnalysisResult result, ChartChoices chosen, ChartTheme theme) {
        return switch (kind) {
            case RATES -> List.of(RateCharts.rates(result, theme));
            case VARIABILITY -> VariabilityCharts.of(result, chosen, theme);
            case SELECTIVITY -> SelectivityCharts.of(result, chosen, theme);
            case SELECTIVITY_OVER_TRAINING -> SelectivityCourseCharts.of(result, chosen, theme);
            case EMERGENT_SELECTIVITY -> EmergentCharts.of(result, chosen, theme);
            case CONNECTIVITY -> ConnectivityCharts.of(result, chosen, theme);
            case DYNAMICS -> DynamicsCharts.of(result, chosen, theme);
            case POPULATION -> PopulationCharts.of(result, chosen, theme);
            case FIXED_POINTS -> FixedPointCharts.of(result, theme);
            case CURRENTS -> CurrentCharts.of(result, chosen, theme);
            case ENSEMBLE -> SeedCharts.agreement(result, theme);
            case MEASURED_PERTURBATION -> MeasuredCharts.of(result, chosen, theme);
            case PERTURBATION -> SeedCharts.ranking(result, theme);
        };
    }
}
