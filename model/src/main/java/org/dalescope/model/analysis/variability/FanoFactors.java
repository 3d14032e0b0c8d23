package org.dalescope.model.analysis.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.NeuronPairingPermutation;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/**
 * The Fano factors of the spike counts of each neuron, in data and networks.
 *
 * @param meanCount of the data per window
 * @param models one row per network
 */
record FanoFactors(List<Neuron> neurons, double[] meanCount, double[] data, double[][] models, int freedom) {
    private static final String WINDOW =
            "counts in windows of 250 ms, variance and mean within condition (combination of levels of the"
                    + " discrete factors) and window, pooled with degrees of freedom as weights";

    static FanoFactors of(List<Neuron> neurons, WithinConditionMoments data, List<WithinConditionMoments> models) {
        return new FanoFactors(
                neurons,
                data.mean(),
                data.fano(),
                models.stream().map(WithinConditionMoments::fano).toArray(double[][]::new),
                data.degreesOfFreedom());
    }

    List<Statistic> statistics(double standardError) {
        double[] model = Descriptive.columnMeans(models);
        double[] means = IntStream.range(0, models.length)
                .mapToDouble(m -> Descriptive.meanOfFinite(models[m]))
                .toArray();
        String n = Descriptive.countFinite(data) + " neurons, " + freedom + " degrees of freedom";
        double value = Descriptive.meanOfFinite(data);
        List<Statistic> statistics = new ArrayList<>(List.of(
                Statistic.plain("fano_data", "mean over neurons of variance / mean; " + WINDOW, value, "", n)
                        .within(ConfidenceIntervals.overTrials(value, standardError)),
                Statistic.plain(
                                "fano_model",
                                "mean over neurons of 1 + variance / mean of the expected counts (Poisson emission),"
                                        + " mean over networks; "
                                        + WINDOW,
                                Descriptive.meanOfFinite(means),
                                "",
                                n)
                        .within(ConfidenceIntervals.overSeeds(means)),
                Statistic.plain(
                                "fano_correlation",
                                "Pearson's r over neurons between the Fano factors of data and model (mean over"
                                        + " networks)",
                                Correlation.pearsonOfDefined(data, model),
                                "",
                                Descriptive.countFinite(data) + " neurons")
                        .against(new Chance(
                                NeuronPairingPermutation.WHAT,
                                NeuronPairingPermutation.p(
                                        neurons,
                                        order -> Correlation.pearsonOfDefined(data, ordered(model, order)))))));
        for (NeuronType type : List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY)) {
            statistics.addAll(ofType(type, model));
        }
        return statistics;
    }

    private List<Statistic> ofType(NeuronType type, double[] model) {
        int[] own = IntStream.range(0, neurons.size())
                .filter(i -> neurons.get(i).type() == type)
                .toArray();
        double[] ownData = ordered(data, own);
        String n = Descriptive.countFinite(ownData) + " " + type.letter() + " neurons";
        String suffix = type == NeuronType.EXCITATORY ? "e" : "i";
        return List.of(
                Statistic.plain(
                        "fano_data_" + suffix,
                        "fano_data over " + type.letter() + " neurons",
                        Descriptive.meanOfFinite(ownData),
                        "",
                        n),
                Statistic.plain(
                        "fano_model_" + suffix,
                        "fano_model over " + type.letter() + " neurons",
                        Descriptive.meanOfFinite(ordered(model, own)),
                        "",
                        n));
    }

    Table table() {
        return new Table(
                "fano_per_neuron",
                "Fano factors of counts in 250 ms within condition. Those of the model are with Poisson emission,"
                        + " mean over networks.",
                List.of(
                        new Table.Numbers(
                                "neuron",
                                "",
                                neurons.stream().mapToDouble(Neuron::id).toArray()),
                        new Table.Words(
                                "type",
                                neurons.stream()
                                        .map(neuron -> neuron.type().letter())
                                        .toList()),
                        new Table.Numbers("mean_count", "spikes", meanCount),
                        new Table.Numbers("data", "", data),
                        new Table.Numbers("model", "", Descriptive.columnMeans(models))));
    }

    private static double[] ordered(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    }
}
