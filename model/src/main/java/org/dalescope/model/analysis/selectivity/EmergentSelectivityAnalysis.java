package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Descriptive;

/**
 * The analysis of emergent selectivity: neurons that are selective for a factor without an input that carries it, and
 * the part of their selectivity that goes with the recurrent weights (docs/emergence.md).
 */
public final class EmergentSelectivityAnalysis {
    public static final String NAME = "emergent-selectivity";
    /** The table with a row per neuron, factor and window. */
    public static final String TABLE = "emergent_selectivity";

    private static final List<String> WORDS = List.of("factor", "window", "type", "direct_input", "emergent", "pair");
    private static final List<String> NUMBERS = List.of(
            "neuron",
            "index_data",
            "q_data",
            "index_model",
            "q_model",
            "difference_data",
            "difference_model",
            "difference_cut");
    private static final List<String> UNITS = List.of("", "", "", "", "", "sp/s", "sp/s", "sp/s");

    private EmergentSelectivityAnalysis() {}

    /**
     * Analyses chosen windows.
     *
     * @param windows at least one; the statistics are those of the first. The standard windows are preceded by the
     *     time between the events of the receptive fields, if the session has them
     */
    public static AnalysisResult of(
            FittedCircuit circuit, List<SelectivityWindow> windows, RecurrentEngine engine, Progress watch) {
        if (!circuit.fit().inputs().isRestricted()) {
            return result(
                    List.of(),
                    List.of(),
                    List.of(Finding.notice(
                            "inputs-not-restricted",
                            "Every input drives every unit of this fit, so no neuron lacks a direct input. Restrict"
                                    + " the inputs with network.inputs.rules and fit again.")));
        }
        List<EmergentFactor> all = new EmergentSelectivity(circuit, engine, watch).all(chosen(circuit, windows), watch);
        List<EmergentFactor> first = all.stream()
                .filter(one -> one.window().equals(all.getFirst().window()))
                .toList();
        return result(
                all, first.stream().flatMap(one -> statistics(one).stream()).toList(), notes(first));
    }

    /** The windows, the time between the events first if nothing else was chosen. */
    static List<SelectivityWindow> chosen(FittedCircuit circuit, List<SelectivityWindow> windows) {
        if (!windows.equals(SelectivityWindow.standard())) {
            return windows;
        }
        return Stream.concat(
                        EmergentSelectivity.betweenEvents(
                                circuit.fit().session(),
                                circuit.fit().configuration().network().inputs())
                                .stream(),
                        windows.stream())
                .toList();
    }

    private static AnalysisResult result(List<EmergentFactor> all, List<Statistic> statistics, List<Finding> notes) {
        return new AnalysisResult(NAME, "Emergent selectivity", statistics, List.of(table(all)), notes);
    }

    private static List<Statistic> statistics(EmergentFactor one) {
        String factor = one.grouping().factor();
        int indirect = one.indirect().length;
        if (indirect == 0) {
            return List.of();
        }
        String where = " for " + factor + " in window '" + one.window().name() + "'";
        String n = indirect + " neurons without direct input, " + one.grouping().rows().length + " trials";
        double[] lost = one.lost(one.selectiveIndirect());
        double[] lostDirect = one.lost(one.selectiveDirect());
        WithinTypePermutation.Outcome agreement = one.agreement();
        return List.of(
                Statistic.plain(
                        "emergent_neurons_" + factor,
                        "number of neurons without an input that carries the factor which are selective in the data and"
                                + " in the model, in the same direction" + where
                                + " (AUC index; 999 permutations of the labels over trials; false discovery rate 0.05"
                                + " over neurons; at least a tenth of the data's difference of rates)",
                        one.emergent().length,
                        "",
                        n + "; " + one.selectiveIndirect().length + " selective in the data"),
                Statistic.plain(
                                "emergent_r_" + factor,
                                "Pearson's r between the AUC index of data and model (mean over networks) over the"
                                        + " neurons without direct input" + where,
                                one.r(),
                                "",
                                n)
                        .against(agreement.chance()),
                Statistic.plain(
                                "emergent_lost_" + factor,
                                "part of the model's difference of rates, summed in the data's direction over neurons"
                                        + " without direct input that are selective in the data, which is lost when"
                                        + " the recurrent weights of the fitted network are set to 0" + where,
                                Descriptive.meanOfFinite(lost),
                                "",
                                one.selectiveIndirect().length + " neurons")
                        .within(ConfidenceIntervals.overSeeds(finite(lost))),
                Statistic.plain(
                                "direct_lost_" + factor,
                                "the same for neurons with a direct input" + where,
                                Descriptive.meanOfFinite(lostDirect),
                                "",
                                one.selectiveDirect().length + " neurons")
                        .within(ConfidenceIntervals.overSeeds(finite(lostDirect))),
                Statistic.plain(
                        "emergent_seeds_" + factor,
                        "Pearson's r of the networks' differences of rates over the neurons without direct input, mean"
                                + " over pairs of seeds" + where,
                        one.seedAgreement(),
                        "",
                        one.modelDifference().length == 1 ? "1 seed" : one.modelDifference().length + " seeds"));
    }

    private static List<Finding> notes(List<EmergentFactor> first) {
        List<Finding> notes = new ArrayList<>();
        List<String> everywhere = first.stream()
                .filter(one -> one.indirect().length == 0)
                .map(one -> one.grouping().factor())
                .toList();
        if (!everywhere.isEmpty()) {
            notes.add(Finding.notice(
                    "direct-everywhere",
                    "Every neuron has an input that carries these factors or a correlated one, so nothing can be said"
                            + " about them: " + String.join(", ", everywhere) + "."));
        }
        notes.add(Finding.notice(
                "cut-out-of-range",
                "A fitted network without its recurrent weights is out of the range of states in which it was fitted."
                        + " Compare with a fit with network.recurrent.kind=none."));
        return List.copyOf(notes);
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private static Table table(List<EmergentFactor> all) {
        TableBuilder table = new TableBuilder(WORDS, NUMBERS, UNITS);
        for (EmergentFactor one : all) {
            double[] dataQ = one.dataQ();
            double[] modelQ = one.modelQ();
            int[] emergent = one.emergent();
            for (int n = 0; n < one.neurons().size(); n++) {
                int neuron = n;
                boolean is = IntStream.of(emergent).anyMatch(e -> e == neuron);
                table.row(
                        List.of(
                                one.grouping().factor(),
                                one.window().name(),
                                one.neurons().get(n).type().letter(),
                                one.direct()[n] ? "yes" : "no",
                                is ? "yes" : "no",
                                one.grouping().pair(one.pair()[n])),
                        one.neurons().get(n).id(),
                        one.dataIndex()[n],
                        dataQ[n],
                        one.modelIndex()[n],
                        modelQ[n],
                        one.dataDifference()[n],
                        one.meanDifference(n),
                        one.meanCut(n));
            }
        }
        return table.table(
                TABLE,
                "Selectivity at the pair of levels that the neuron distinguishes best in the data: AUC index with q"
                        + " (false discovery rate over neurons of a permutation of labels over trials), and the"
                        + " difference of mean rates of data, networks and the networks with W = 0. direct_input: an"
                        + " input that carries the factor drives the neuron's unit.");
    }
}
