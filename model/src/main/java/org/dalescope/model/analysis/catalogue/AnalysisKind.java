package org.dalescope.model.analysis.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dalescope.model.analysis.connectivity.ConnectivityAnalysis;
import org.dalescope.model.analysis.connectivity.DynamicsAnalysis;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.measured.MeasuredPerturbation;
import org.dalescope.model.analysis.perturbation.PerturbationAnalysis;
import org.dalescope.model.analysis.population.CurrentAnalysis;
import org.dalescope.model.analysis.population.FixedPointAnalysis;
import org.dalescope.model.analysis.population.PopulationAnalysis;
import org.dalescope.model.analysis.rates.RateAnalysis;
import org.dalescope.model.analysis.seeds.EnsembleAnalysis;
import org.dalescope.model.analysis.selectivity.EmergentSelectivityAnalysis;
import org.dalescope.model.analysis.selectivity.SelectivityAnalysis;
import org.dalescope.model.analysis.selectivity.SelectivityCourse;
import org.dalescope.model.analysis.selectivity.SelectivityWindow;
import org.dalescope.model.analysis.variability.VariabilityAnalysis;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** The list of all kinds of analyses of fitted circuits, with their names and descriptions. */
public enum AnalysisKind {
    RATES("rates", "Mean rates of data and model, neuron by neuron."),
    VARIABILITY("variability", "Fano factors, noise correlations and single trials of data and model."),
    SELECTIVITY("selectivity", "Selectivity of neurons for every factor: AUC index and partial eta squared."),
    SELECTIVITY_OVER_TRAINING(
            "selectivity-over-training", "Selectivity over training: data against model, epoch by epoch."),
    EMERGENT_SELECTIVITY(
            EmergentSelectivityAnalysis.NAME,
            "Selectivity of neurons without an input that carries the factor, and what is left of it with W = 0."),
    CONNECTIVITY("connectivity", "The weights: blocks, spread, eigenvalues, relation to responses, seed agreement."),
    DYNAMICS("dynamics", "The recurrence linearised along mean trajectories: time scales and stability."),
    POPULATION("population", "Principal axes and trajectories of data and model, and the angles between them."),
    FIXED_POINTS("fixed-points", "Fixed and slow points under constant inputs, and their stability."),
    CURRENTS("currents", "Currents from E units, I units and inputs; how closely inhibition follows excitation."),
    ENSEMBLE("ensemble", "Agreement between the networks of several seeds: rates, currents, weights."),
    PERTURBATION(
            "perturbation",
            "Effects of silencing each type, quarter and neuron and of lesioning each input, ranked; inhibition"
                    + " stabilisation."),
    MEASURED_PERTURBATION(
            MeasuredPerturbation.NAME,
            "Measured change in perturbed trials beside the change that the networks predict.");

    /** The analyses that use windows of a trial. */
    private static final Set<AnalysisKind> WINDOWED =
            EnumSet.of(SELECTIVITY, SELECTIVITY_OVER_TRAINING, EMERGENT_SELECTIVITY);

    /** The analyses that compare E with I cells, so that every neuron needs a type. */
    private static final Set<AnalysisKind> OF_TYPES =
            EnumSet.of(CONNECTIVITY, POPULATION, CURRENTS, ENSEMBLE, PERTURBATION);

    private final String key;
    private final String help;

    AnalysisKind(String key, String help) {
        this.key = key;
        this.help = help;
    }

    /** The name on the command line and in files. */
    public String key() {
        return key;
    }

    public String help() {
        return help;
    }

    /** Whether the result depends on the windows. */
    public boolean usesWindows() {
        return WINDOWED.contains(this);
    }

    /** Whether the analysis is possible: one that compares E with I cells needs the type of every neuron. */
    public boolean suits(Session session) {
        return !OF_TYPES.contains(this) || session.count(NeuronType.UNKNOWN) == 0;
    }

    /** Runs the analysis in the standard windows. */
    public AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        return of(circuit, SelectivityWindow.standard(), engine, watch);
    }

    /**
     * Runs the analysis.
     *
     * @param windows in which selectivity is analysed, at least one; the statistics are those of the first
     * @throws InputError if the analysis compares E with I cells and a neuron has no type
     */
    public AnalysisResult of(
            FittedCircuit circuit, List<SelectivityWindow> windows, RecurrentEngine engine, Progress watch) {
        if (!suits(circuit.fit().session())) {
            throw new InputError("The analysis '" + key + "' compares E with I cells, but "
                    + circuit.fit().session().count(NeuronType.UNKNOWN)
                    + " neurons have no cell type: give their types in data.neuron_types and fit again.");
        }
        return switch (this) {
            case RATES -> RateAnalysis.of(circuit, engine, watch);
            case VARIABILITY -> VariabilityAnalysis.of(circuit, engine, watch);
            case SELECTIVITY -> SelectivityAnalysis.of(circuit, windows, engine, watch);
            case SELECTIVITY_OVER_TRAINING -> SelectivityCourse.of(circuit, windows.getFirst(), engine, watch);
            case EMERGENT_SELECTIVITY -> EmergentSelectivityAnalysis.of(circuit, windows, engine, watch);
            case CONNECTIVITY -> ConnectivityAnalysis.of(circuit, watch);
            case DYNAMICS -> DynamicsAnalysis.of(circuit, engine, watch);
            case POPULATION -> PopulationAnalysis.of(circuit, engine, watch);
            case FIXED_POINTS -> FixedPointAnalysis.of(circuit, engine, watch);
            case CURRENTS -> CurrentAnalysis.of(circuit, engine, watch);
            case ENSEMBLE -> EnsembleAnalysis.of(circuit, engine, watch);
            case MEASURED_PERTURBATION -> MeasuredPerturbation.analysis(circuit, engine.workers(), watch);
            case PERTURBATION -> PerturbationAnalysis.of(circuit, engine, watch);
        };
    }
}
