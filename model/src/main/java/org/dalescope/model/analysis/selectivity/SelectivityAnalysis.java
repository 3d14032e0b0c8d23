package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.NeuronPairingPermutation;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** The analysis of the neurons' selectivity for every factor, in data and model. */
public final class SelectivityAnalysis {
    private SelectivityAnalysis() {}

    /**
     * Analyses selectivity in chosen windows.
     *
     * @param windows at least one; the statistics are those of the first window, the tables cover all windows
     */
    public static AnalysisResult of(
            FittedCircuit circuit, List<SelectivityWindow> windows, RecurrentEngine engine, Progress watch) {
        List<ModelRates> networks = new ArrayList<>();
        for (var member : circuit.members()) {
            networks.add(circuit.rates(member, engine));
            watch.at(0.2 * networks.size() / circuit.members().size());
        }
        return of(circuit.fit().session(), circuit.fit().mask(), windows, networks, watch);
    }

    static AnalysisResult of(
            Session session, Mask mask, List<SelectivityWindow> windows, List<ModelRates> networks, Progress watch) {
        List<Selectivity> all = new SelectivityCalculator(session, mask, networks).all(windows, watch);
        List<SelectivityAgreement> agreements = all.stream()
                .flatMap(s -> SelectivityAgreement.of(s, session.neurons()).stream())
                .toList();
        watch.at(1);
        return new AnalysisResult(
                "selectivity",
                "Selectivity",
                agreements.stream()
                        .filter(a -> a.of().window().equals(windows.getFirst())
                                && a.type().equals("all"))
                        .flatMap(a -> statistics(a).stream())
                        .toList(),
                List.of(SelectivityTables.perNeuron(all, session.neurons()), SelectivityTables.agreement(agreements)),
                notes(session, windows, all));
    }

    private static List<Statistic> statistics(SelectivityAgreement a) {
        TrialGrouping grouping = a.of().grouping();
        String factor = grouping.factor();
        String n = a.neurons() + " neurons x " + grouping.pairs() + " pairs of levels, " + grouping.rows().length
                + " trials";
        String index = "of the AUC index (2 AUC - 1 of mean rates in window '"
                + a.of().window().name() + "' of the valid trial) for " + factor;
        return List.of(
                Statistic.plain(
                                "selectivity_r_" + factor,
                                "Pearson's r over neurons and pairs of levels between data and model (mean over"
                                        + " networks; the interval is that of the single networks' own r) "
                                        + index,
                                a.r(),
                                "",
                                n)
                        .within(a.overSeeds())
                        .against(new Chance(NeuronPairingPermutation.WHAT, a.p())),
                Statistic.plain(
                        "selectivity_sign_" + factor,
                        "share of neurons whose model has the same sign as the data " + index
                                + ", at the pair of levels that the neuron distinguishes best in the data",
                        a.sign(),
                        "",
                        a.neurons() + " neurons"),
                Statistic.plain(
                        "selectivity_distance_" + factor,
                        "mean over neurons and pairs of |model - data| " + index,
                        a.distance(),
                        "",
                        n),
                Statistic.plain(
                        "selective_share_" + factor,
                        "share of the data's neurons whose largest index over pairs of levels has a permutation p of"
                                + " at most 0.05 ("
                                + FactorPermutation.DRAWS + " permutations of the labels over trials; 0.05 by chance), "
                                + index,
                        a.significant(),
                        "",
                        a.neurons() + " neurons"));
    }

    private static List<Finding> notes(Session session, List<SelectivityWindow> windows, List<Selectivity> all) {
        String skipped = session.factors().stream()
                .map(Factor::name)
                .filter(name ->
                        all.stream().noneMatch(s -> s.grouping().factor().equals(name)))
                .collect(Collectors.joining(", "));
        List<Finding> notes = new ArrayList<>();
        if (!skipped.isEmpty()) {
            notes.add(Finding.notice(
                    "factors-skipped",
                    "Not analysed, because these trials have fewer than two levels with at least 5 trials each, or"
                            + " more than 12 levels: "
                            + skipped + "."));
        }
        windows.stream()
                .filter(window -> all.stream().noneMatch(s -> s.window().equals(window)))
                .forEach(window -> notes.add(Finding.warning(
                        "empty-window",
                        "In window '" + window.name()
                                + "' no factor has two levels with at least 5 trials that have a valid bin there."
                                + " Choose a window in which more trials have data.")));
        String cut = session.factors().stream()
                .filter(f -> f.kind() == Factor.Kind.CONTINUOUS)
                .map(Factor::name)
                .collect(Collectors.joining(", "));
        if (!cut.isEmpty()) {
            notes.add(Finding.notice("factors-halved", "Continuous factors are split at their median: " + cut + "."));
        }
        return notes;
    }
}
