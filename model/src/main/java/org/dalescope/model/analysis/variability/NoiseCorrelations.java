package org.dalescope.model.analysis.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.NeuronPairingPermutation;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;

/** The noise correlations of all pairs of neurons, in data and networks. */
record NoiseCorrelations(NeuronIdPairs pairs, WithinConditionMoments data, List<WithinConditionMoments> models) {
    private static final String WHAT =
            "correlation of the counts of two neurons in windows of 250 ms, around the mean of condition and window,"
                    + " covariances pooled";

    double meanOf(WithinConditionMoments moments) {
        return Descriptive.meanOfFinite(correlations(moments));
    }

    List<Statistic> statistics(double standardError) {
        double[] observed = correlations(data);
        double[] means = models.stream().mapToDouble(this::meanOf).toArray();
        double value = Descriptive.meanOfFinite(observed);
        String n = Descriptive.countFinite(observed) + " pairs, " + data.degreesOfFreedom() + " degrees of freedom";
        List<Statistic> statistics = new ArrayList<>(List.of(
                Statistic.plain("noise_correlation_data", "mean over pairs of the " + WHAT, value, "", n)
                        .within(ConfidenceIntervals.overTrials(value, standardError)),
                Statistic.plain(
                                "noise_correlation_model",
                                "the same for the expected counts of the model, with their means added to their"
                                        + " variances (independent Poisson emission), mean over networks",
                                Descriptive.meanOfFinite(means),
                                "",
                                n)
                        .within(ConfidenceIntervals.overSeeds(means)),
                Statistic.plain(
                                "noise_correlation_match",
                                "Pearson's r over pairs between noise correlations of data and model (mean over"
                                        + " networks)",
                                match(observed, identity()),
                                "",
                                n)
                        .against(new Chance(
                                NeuronPairingPermutation.WHAT,
                                NeuronPairingPermutation.p(pairs.neurons(), order -> match(observed, order))))));
        for (String types : List.of("EE", "EI", "II")) {
            statistics.addAll(of(types, observed));
        }
        return statistics;
    }

    private List<Statistic> of(String types, double[] observed) {
        int[] own = IntStream.range(0, pairs.count())
                .filter(pair -> pairs.types(pair).equals(types))
                .toArray();
        double[] model = model(identity());
        String suffix = types.toLowerCase(Locale.ROOT);
        String n = own.length + " pairs";
        return List.of(
                Statistic.plain(
                        "noise_correlation_data_" + suffix,
                        "noise_correlation_data over " + types + " pairs",
                        Descriptive.meanOfFinite(
                                IntStream.of(own).mapToDouble(p -> observed[p]).toArray()),
                        "",
                        n),
                Statistic.plain(
                        "noise_correlation_model_" + suffix,
                        "noise_correlation_model over " + types + " pairs",
                        Descriptive.meanOfFinite(
                                IntStream.of(own).mapToDouble(p -> model[p]).toArray()),
                        "",
                        n));
    }

    Table table() {
        return new Table(
                "noise_correlation_per_pair",
                "Noise correlations of counts in 250 ms within condition. Those of the model are with Poisson"
                        + " emission, mean over networks.",
                List.of(
                        new Table.Numbers("neuron_a", "", ids(pairs.first())),
                        new Table.Numbers("neuron_b", "", ids(pairs.second())),
                        new Table.Words(
                                "types",
                                IntStream.range(0, pairs.count())
                                        .mapToObj(pairs::types)
                                        .toList()),
                        new Table.Numbers("data", "", correlations(data)),
                        new Table.Numbers("model", "", model(identity()))));
    }

    private double match(double[] observed, int[] order) {
        return Correlation.pearsonOfDefined(observed, model(order));
    }

    private double[] model(int[] order) {
        return Descriptive.columnMeans(models.stream()
                .map(moments -> pairs.correlations(moments, order))
                .toArray(double[][]::new));
    }

    private double[] correlations(WithinConditionMoments moments) {
        return pairs.correlations(moments, identity());
    }

    private int[] identity() {
        return IntStream.range(0, pairs.neurons().size()).toArray();
    }

    private double[] ids(int[] positions) {
        return IntStream.of(positions)
                .mapToDouble(i -> pairs.neurons().get(i).id())
                .toArray();
    }
}
