package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.Progress;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** Measures selectivity for every factor in every window, in data and networks on the same trials. */
final class SelectivityCalculator {
    private final Session session;
    private final Mask mask;
    private final List<ModelRates> networks;
    private final int[] positions;
    /** The index of each trial in the rates of the networks. */
    private final int[] rows;

    /**
     * Creates a calculator for the trials of the networks, in ascending order of ids.
     *
     * @param networks at least one, all on the same trials
     */
    SelectivityCalculator(Session session, Mask mask, List<ModelRates> networks) {
        this.session = session;
        this.mask = mask;
        this.networks = networks;
        AnalysedTrials trials = AnalysedTrials.of(session, networks.getFirst().trialIds());
        this.positions = trials.positions();
        this.rows = trials.rows();
    }

    /** The selectivity for all factors with at least two levels, in all windows. */
    List<Selectivity> all(List<SelectivityWindow> windows, Progress watch) {
        List<Selectivity> all = new ArrayList<>();
        int done = 0;
        for (Factor factor : session.factors()) {
            Optional<TrialGrouping> grouping = TrialGrouping.of(factor, positions);
            for (SelectivityWindow window : windows) {
                grouping.flatMap(groups -> of(groups, window)).ifPresent(all::add);
                watch.at(0.2 + 0.7 * ++done / (session.factors().size() * windows.size()));
            }
        }
        return List.copyOf(all);
    }

    /** The selectivity in one window; empty if fewer than two levels have 5 trials there. */
    private Optional<Selectivity> of(TrialGrouping grouping, SelectivityWindow window) {
        double[][] data = means(window, (i, bin, n) -> session.rate(positions[i], bin, n));
        // The trials with a bin in the window are the same for every neuron, so the first one suffices.
        return grouping.keeping(row -> !Double.isNaN(data[0][row])).map(seen -> of(seen, window, data));
    }

    private Selectivity of(TrialGrouping seen, SelectivityWindow window, double[][] data) {
        FactorPermutation permutations = FactorPermutation.of(seen);
        PartialEtaSquared eta = PartialEtaSquared.of(seen, session.factors(), positions);
        double[][] observed = indices(seen, data);
        double[] p = new double[data.length];
        Arrays.setAll(
                p,
                n -> permutations.p(
                        new AucIndex(taken(data[n], seen), seen.levels().size()),
                        observed[n][AucIndex.largest(observed[n])]));
        List<double[][]> modelled = networks.stream()
                .map(network -> means(window, (i, bin, n) -> network.rate(rows[i], bin, n)))
                .toList();
        return new Selectivity(
                seen,
                window,
                observed,
                p,
                etas(eta, seen, data),
                modelled.stream().map(rates -> indices(seen, rates)).toArray(double[][][]::new),
                modelled.stream().map(rates -> etas(eta, seen, rates)).toArray(double[][]::new));
    }

    /**
     * The AUC indices of the data and of every network, without the cost of a permutation test.
     *
     * @param data {@code [neuron][pair]}
     * @param models {@code [network][neuron][pair]}
     */
    record Indices(TrialGrouping grouping, double[][] data, double[][][] models) {}

    /** The AUC indices of all factors in one window. */
    List<Indices> indices(SelectivityWindow window) {
        double[][] data = means(window, (i, bin, n) -> session.rate(positions[i], bin, n));
        List<double[][]> modelled = networks.stream()
                .map(network -> means(window, (i, bin, n) -> network.rate(rows[i], bin, n)))
                .toList();
        return session.factors().stream()
                .flatMap(factor -> TrialGrouping.of(factor, positions).stream())
                .flatMap(groups -> groups.keeping(row -> !Double.isNaN(data[0][row])).stream())
                .map(seen -> new Indices(
                        seen,
                        indices(seen, data),
                        modelled.stream().map(rates -> indices(seen, rates)).toArray(double[][][]::new)))
                .toList();
    }

    private double[][] means(SelectivityWindow window, SelectivityWindow.Rates rates) {
        return window.means(
                window.within(session, mask),
                session.time(),
                positions,
                session.neurons().size(),
                rates);
    }

    private static double[] taken(double[] values, TrialGrouping grouping) {
        return IntStream.of(grouping.rows()).mapToDouble(row -> values[row]).toArray();
    }

    private static double[][] indices(TrialGrouping grouping, double[][] rates) {
        return Arrays.stream(rates)
                .map(own -> new AucIndex(taken(own, grouping), grouping.levels().size()).of(grouping.level()))
                .toArray(double[][]::new);
    }

    private static double[] etas(PartialEtaSquared eta, TrialGrouping grouping, double[][] rates) {
        return Arrays.stream(rates)
                .mapToDouble(own -> eta.of(taken(own, grouping)))
                .toArray();
    }
}
