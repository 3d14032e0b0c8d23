package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** Measures every factor in every window, in data and networks on the same trials. */
final class SelectivityMeasuring {
    private final Session session;
    private final Mask mask;
    private final List<ScoredRates> networks;
    private final int[] positions;
    /** Where each trial is among the networks' rates. */
    private final int[] rows;

    /**
     * Measures on the networks' trials, taken in ascending order of ids.
     *
     * @param networks one at least, all on the same trials
     */
    SelectivityMeasuring(Session session, Mask mask, List<ScoredRates> networks) {
        this.session = session;
        this.mask = mask;
        this.networks = networks;
        int[] given = networks.getFirst().trialIds();
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < given.length; row++) {
            rowOf.put(given[row], row);
        }
        int[] ids = IntStream.of(given).sorted().toArray();
        this.positions = session.positions(ids);
        this.rows = IntStream.of(ids).map(rowOf::get).toArray();
    }

    /** All factors that have two levels or more, in all windows. */
    List<Selectivity> all(List<SelectivityWindow> windows, AnalysisWatch watch) {
        List<Selectivity> all = new ArrayList<>();
        int done = 0;
        for (Factor factor : session.factors()) {
            Optional<Grouping> grouping = Grouping.of(factor, positions);
            for (SelectivityWindow window : windows) {
                grouping.ifPresent(groups -> all.add(of(groups, window)));
                watch.at(0.2 + 0.7 * ++done / (session.factors().size() * windows.size()));
            }
        }
        return List.copyOf(all);
    }

    private Selectivity of(Grouping grouping, SelectivityWindow window) {
        int neurons = session.neurons().size();
        double[][] data = window.means(mask, positions, neurons, (i, bin, n) -> session.rate(positions[i], bin, n));
        Grouping seen = withBins(grouping, data[0]);
        LabelPermutations permutations = LabelPermutations.of(seen);
        PartialEta eta = PartialEta.of(seen, session.factors(), positions);
        double[][] observed = indices(seen, data);
        double[] p = new double[neurons];
        Arrays.setAll(
                p,
                n -> permutations.p(
                        new AucIndex(taken(data[n], seen), seen.levels().size()),
                        observed[n][AucIndex.largest(observed[n])]));
        List<double[][]> modelled = networks.stream()
                .map(network -> window.means(mask, positions, neurons, (i, bin, n) -> network.rate(rows[i], bin, n)))
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

    /** The trials of a grouping in which the window has a bin: the same for every neuron. */
    private static Grouping withBins(Grouping grouping, double[] means) {
        int[] kept = IntStream.range(0, grouping.rows().length)
                .filter(i -> !Double.isNaN(means[grouping.rows()[i]]))
                .toArray();
        return new Grouping(
                grouping.factor(),
                IntStream.of(kept).map(i -> grouping.rows()[i]).toArray(),
                IntStream.of(kept).map(i -> grouping.level()[i]).toArray(),
                grouping.levels());
    }

    private static double[] taken(double[] values, Grouping grouping) {
        return IntStream.of(grouping.rows()).mapToDouble(row -> values[row]).toArray();
    }

    private static double[][] indices(Grouping grouping, double[][] rates) {
        return Arrays.stream(rates)
                .map(own -> new AucIndex(taken(own, grouping), grouping.levels().size()).of(grouping.level()))
                .toArray(double[][]::new);
    }

    private static double[] etas(PartialEta eta, Grouping grouping, double[][] rates) {
        return Arrays.stream(rates)
                .mapToDouble(own -> eta.of(taken(own, grouping)))
                .toArray();
    }
}
