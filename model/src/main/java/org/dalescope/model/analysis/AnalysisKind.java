package org.dalescope.model.analysis;

import org.dalescope.model.analysis.perturbation.PerturbationAnalysis;
import org.dalescope.model.analysis.rates.RateAnalysis;
import org.dalescope.model.engine.RecurrentEngine;

/** The analyses there are. */
public enum AnalysisKind {
    RATES("rates", "Mean rates of data and model, neuron by neuron."),
    PERTURBATION(
            "perturbation",
            "What silencing each type, quarter and neuron and lesioning each input would do, ranked; inhibition-stabilised or not.");

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
            case PERTURBATION -> PerturbationAnalysis.of(circuit, engine, watch);
        };
    }
}
