package org.dalescope.model.analysis;

import org.dalescope.model.analysis.rates.RateAnalysis;
import org.dalescope.model.analysis.selectivity.SelectivityAnalysis;
import org.dalescope.model.analysis.variability.VariabilityAnalysis;
import org.dalescope.model.engine.RecurrentEngine;

/** The analyses there are. */
public enum AnalysisKind {
    RATES("rates", "Mean rates of data and model, neuron by neuron."),
    VARIABILITY("variability", "Fano factors, noise correlations and single trials of data and model."),
    SELECTIVITY("selectivity", "What neurons tell apart: AUC index and partial eta squared of every factor.");

    private final String key;
    private final String help;

    AnalysisKind(String key, String help) {
        this.key = key;
        this.help = help;
    }

    /** Name on the command line and in files. */
    public String key() {
        return key;
    }

    public String help() {
        return help;
    }

    /** Does it. */
    public AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, AnalysisWatch watch) {
        return switch (this) {
            case RATES -> RateAnalysis.of(circuit, engine, watch);
            case VARIABILITY -> VariabilityAnalysis.of(circuit, engine, watch);
            case SELECTIVITY -> SelectivityAnalysis.of(circuit, engine, watch);
        };
    }
}
