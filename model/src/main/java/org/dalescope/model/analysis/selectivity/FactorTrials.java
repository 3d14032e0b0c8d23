package org.dalescope.model.analysis.selectivity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.Fit;

/**
 * Some trials of a session, grouped by the levels of one factor, with their bins in one window: the selectivity of
 * single neurons and units for this factor.
 */
public final class FactorTrials {
    private final Session session;
    private final InWindow place;
    private final TrialGrouping grouping;
    private final FactorPermutation permutations;

    private FactorTrials(Session session, InWindow place, TrialGrouping grouping) {
        this.session = session;
        this.place = place;
        this.grouping = grouping;
        this.permutations = FactorPermutation.of(grouping);
    }

    /**
     * Trials and the bins of the window in them, which all factors share.
     *
     * @param mean of anything in the window of every trial; NaN if the trial has no bin there
     */
    private record InWindow(SelectivityWindow window, Mask within, AnalysedTrials trials, double[] mean) {
        static InWindow of(Fit fit, int[] trialIds) {
            Session session = fit.session();
            SelectivityWindow window = FactorTrials.window(fit);
            Mask within = window.within(session, fit.mask());
            AnalysedTrials trials = AnalysedTrials.of(session, trialIds);
            return new InWindow(
                    window,
                    within,
                    trials,
                    window.means(within, session.time(), trials.positions(), 1, (i, bin, n) -> 0)[0]);
        }

        Optional<TrialGrouping> grouping(Factor factor) {
            return TrialGrouping.of(factor, trials.positions())
                    .flatMap(groups -> groups.keeping(row -> !Double.isNaN(mean[row])));
        }
    }

    /**
     * The selectivity of a neuron.
     *
     * @param index AUC index (2 AUC - 1) of the pair of levels that the neuron distinguishes best
     * @param chance mean size of this index over permutations of the labels
     * @param p by permutation of the labels over trials
     */
    public record Index(double index, double chance, double p) {
        /** The size of the index beyond chance. */
        public double excess() {
            return Math.abs(index) - chance;
        }
    }

    /** The window of a fit: between the first two events of its receptive fields, or the whole trial. */
    public static SelectivityWindow window(Fit fit) {
        return EmergentSelectivity.betweenEvents(
                        fit.session(), fit.configuration().network().inputs())
                .orElse(SelectivityWindow.standard().getFirst());
    }

    /** The factors of a fit that have at least two levels with 5 of the trials in the window. */
    public static List<String> factors(Fit fit, int[] trialIds) {
        InWindow place = InWindow.of(fit, trialIds);
        return fit.session().factors().stream()
                .filter(factor -> place.grouping(factor).isPresent())
                .map(Factor::name)
                .toList();
    }

    /**
     * Groups trials of a fit by a factor.
     *
     * @return empty if the session lacks the factor, or fewer than two levels have 5 trials in the window
     */
    public static Optional<FactorTrials> of(Fit fit, int[] trialIds, String factor) {
        InWindow place = InWindow.of(fit, trialIds);
        return fit.session()
                .factor(factor)
                .flatMap(place::grouping)
                .map(groups -> new FactorTrials(fit.session(), place, groups));
    }

    public String factor() {
        return grouping.factor();
    }

    /** The number of trials. */
    public int trials() {
        return grouping.rows().length;
    }

    /** The mean rates of the recorded neurons in the window, sp/s, {@code [neuron][trial]}. */
    public double[][] data() {
        int[] positions = place.trials().positions();
        return taken(session.neurons().size(), (i, bin, n) -> session.rate(positions[i], bin, n));
    }

    /**
     * The mean rates of all units of a network in the window, sp/s, {@code [unit][trial]}.
     *
     * @param rates on the trial ids that this was made with, in their order
     */
    public double[][] units(ModelRates rates) {
        int units = rates.units().units();
        int[] rows = place.trials().rows();
        return taken(units, (i, bin, unit) -> rates.rates()[(rows[i] * rates.bins() + bin) * units + unit]);
    }

    private double[][] taken(int columns, SelectivityWindow.Rates rates) {
        double[][] all = place.window()
                .means(place.within(), session.time(), place.trials().positions(), columns, rates);
        return Arrays.stream(all)
                .map(own -> IntStream.of(grouping.rows())
                        .mapToDouble(row -> own[row])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The selectivity of one neuron or unit from its rates. */
    public Index index(double[] rates) {
        AucIndex index = new AucIndex(rates, grouping.levels().size());
        double[] observed = index.of(grouping.level());
        double best = observed[AucIndex.largest(observed)];
        double[] sizes = permutations.sizes(index);
        return new Index(best, Arrays.stream(sizes).average().orElse(Double.NaN), FactorPermutation.p(sizes, best));
    }

    /**
     * How deeply a factor modulates a rate, whatever its scale: the root of the mean over pairs of levels of ((a - b) /
     * (a + b))^2, of the levels' mean rates, less its mean over permutations of the labels; 0 if it is below that.
     */
    public double depth(double[] rates) {
        double chance = Arrays.stream(permutations.labellings())
                .mapToDouble(labelling -> squaredDepth(rates, labelling))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(Math.max(0, squaredDepth(rates, grouping.level()) - chance));
    }

    private double squaredDepth(double[] rates, int[] level) {
        int levels = grouping.levels().size();
        double[] mean = new double[levels];
        int[] count = new int[levels];
        for (int i = 0; i < rates.length; i++) {
            mean[level[i]] += rates[i];
            count[level[i]]++;
        }
        for (int a = 0; a < levels; a++) {
            mean[a] /= count[a];
        }
        double sum = 0;
        for (int a = 0; a < levels; a++) {
            for (int b = a + 1; b < levels; b++) {
                double both = mean[a] + mean[b];
                double part = both > 0 ? (mean[b] - mean[a]) / both : 0;
                sum += part * part;
            }
        }
        return sum / grouping.pairs();
    }

    /** The positions of the trials of every level in the session. */
    public List<int[]> levels() {
        return IntStream.range(0, grouping.levels().size())
                .mapToObj(level -> IntStream.range(0, grouping.rows().length)
                        .filter(i -> grouping.level()[i] == level)
                        .map(i -> place.trials().positions()[grouping.rows()[i]])
                        .toArray())
                .toList();
    }

    /** The bins of the window in every trial of the session. */
    public Mask bins() {
        return place.window().resolved(session, place.within());
    }
}
