package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedAgreement;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.training.FittedNetwork;

/** The consistency over seeds of the weights between recorded neurons. */
public final class WeightConsistency {
    /** The smallest number of seeds that gives a useful interval. */
    public static final int FEWEST_SEEDS = 3;

    private WeightConsistency() {}

    /**
     * The correlations between the networks of seeds, over all weights and per block, and the share of weights whose
     * interval excludes the mean of their block.
     */
    static List<Statistic> statistics(RecordedWeights weights) {
        List<Statistic> statistics = new ArrayList<>();
        statistics.add(agreement(weights, weights.perSeed(), (to, from) -> true)
                .statistic(
                        "weight_consistency",
                        "Pearson's r between two seeds' networks over the weights between recorded neurons (differences"
                                + " between blocks included)",
                        pairs(weights)));
        for (WeightBlock block : WeightBlock.values()) {
            int pairs = weights.pairs(block).length;
            statistics.add(agreement(weights, weights.perSeed(), (to, from) -> weights.block(to, from) == block)
                    .statistic(
                            "weight_consistency_" + block.key(),
                            "Pearson's r between two seeds' networks over the weights " + block.words()
                                    + " between recorded neurons",
                            pairs + " weights"));
        }
        statistics.add(distinctPairs(weights));
        return statistics;
    }

    /**
     * The agreement of weights standardised within their blocks, so that the difference between E and I columns has
     * no influence.
     */
    public static SeedAgreement ofMembers(RecordedNeurons neurons, List<FittedNetwork> members) {
        RecordedWeights weights = RecordedWeights.of(neurons, members);
        List<double[]> scaled = IntStream.range(0, members.size())
                .mapToObj(weights::withinBlocks)
                .toList();
        return agreement(weights, scaled, (to, from) -> true);
    }

    private static String pairs(RecordedWeights weights) {
        return weights.size() * (weights.size() - 1) + " weights";
    }

    private static SeedAgreement agreement(
            RecordedWeights weights, List<double[]> perSeed, PairCorrelation.Pairs pairs) {
        return SeedAgreement.of(
                perSeed.size(),
                weights.neurons().excitatory(),
                (a, b, orderOfA, orderOfB) ->
                        PairCorrelation.of(perSeed.get(a), perSeed.get(b), orderOfA, orderOfB, pairs));
    }

    private static Statistic distinctPairs(RecordedWeights weights) {
        int seeds = weights.perSeed().size();
        List<double[]> scaled =
                IntStream.range(0, seeds).mapToObj(weights::withinBlocks).toList();
        Statistic statistic = Statistic.plain(
                "weights_that_stand_out",
                "share of the weights between recorded neurons whose Student's 95 % interval over seeds excludes the"
                        + " mean of their block",
                seeds < FEWEST_SEEDS ? Double.NaN : share(weights, scaled),
                "",
                pairs(weights) + ", " + seeds + " seeds");
        if (seeds < FEWEST_SEEDS) {
            return statistic;
        }
        int n = weights.size();
        return statistic.against(WithinTypePermutation.test(statistic.value(), random -> {
                    List<double[]> renamed = new ArrayList<>();
                    for (int seed = 0; seed < seeds; seed++) {
                        int[] order = WithinTypePermutation.withinType(
                                weights.neurons().excitatory(), random.at(seed));
                        double[] w = scaled.get(seed);
                        double[] moved = new double[w.length];
                        Arrays.setAll(moved, i -> w[order[i / n] * n + order[i % n]]);
                        renamed.add(moved);
                    }
                    return share(weights, renamed);
                })
                .chance());
    }

    private static double share(RecordedWeights weights, List<double[]> scaled) {
        int n = weights.size();
        double quantile = quantile(scaled.size());
        return IntStream.range(0, n * n)
                .filter(i -> i / n != i % n)
                .mapToDouble(i -> isDistinct(scaled, i, quantile) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double quantile(int seeds) {
        Uncertainty unit = SeedStatistics.interval(0, 1, seeds, "");
        return unit.high();
    }

    private static boolean isDistinct(List<double[]> scaled, int i, double quantile) {
        double[] values = scaled.stream().mapToDouble(w -> w[i]).toArray();
        double mean = SeedStatistics.mean(values);
        return Math.abs(mean) > quantile * SeedStatistics.standardError(values, mean);
    }

    /** The table with a row per weight. */
    static Table table(RecordedWeights weights) {
        TableBuilder rows = new TableBuilder(
                "weights",
                "Weights between recorded neurons: mean and standard deviation over seeds, share of seeds with the"
                        + " more frequent sign, share of seeds on the more frequent side of the mean of the block, and"
                        + " whether Student's 95 % interval over seeds excludes that mean.");
        RecordedNeurons neurons = weights.neurons();
        int n = weights.size();
        int seeds = weights.perSeed().size();
        List<double[]> scaled =
                IntStream.range(0, seeds).mapToObj(weights::withinBlocks).toList();
        double quantile = seeds < FEWEST_SEEDS ? Double.POSITIVE_INFINITY : quantile(seeds);
        for (int i = 0; i < n * n; i++) {
            if (i / n == i % n) {
                continue;
            }
            int at = i;
            double[] values = weights.perSeed().stream().mapToDouble(w -> w[at]).toArray();
            double mean = SeedStatistics.mean(values);
            rows.number("to", "", neurons.ids()[i / n])
                    .number("from", "", neurons.ids()[i % n])
                    .word("to_type", neurons.letter(i / n))
                    .word("from_type", neurons.letter(i % n))
                    .number("mean", "", mean)
                    .number("sd", "", SeedStatistics.standardError(values, mean) * Math.sqrt(seeds))
                    .number("sign_agreement", "", majorityShare(values))
                    .number(
                            "side_agreement",
                            "",
                            majorityShare(
                                    scaled.stream().mapToDouble(w -> w[at]).toArray()))
                    .word("stands_out", seeds < FEWEST_SEEDS ? "" : isDistinct(scaled, i, quantile) ? "yes" : "no");
        }
        return rows.table();
    }

    /** The share of the values that have the most frequent of the signs +, - and 0. */
    static double majorityShare(double[] values) {
        int[] counts = new int[3];
        for (double value : values) {
            counts[1 + (int) Math.signum(value)]++;
        }
        return Arrays.stream(counts).max().orElse(0) / (double) values.length;
    }
}
