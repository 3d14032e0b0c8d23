package org.dalescope.model.analysis.rates;

import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;

/**
 * The analysis of the neurons' mean rates in data and model, in sp/s, over valid bins of the same trials. The rates
 * of the model are averaged over its networks.
 */
public final class RateAnalysis {
    private RateAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        Session session = circuit.fit().session();
        List<Neuron> neurons = session.neurons();
        double[] data = new double[neurons.size()];
        double[] model = new double[neurons.size()];
        Stream<ModelRates> each = circuit.members().stream().map(member -> circuit.rates(member, engine));
        average(circuit, ModelRates.mean(each), data, model);
        watch.at(1);
        String n = neurons.size() + " neurons";
        List<Statistic> statistics = List.of(
                Statistic.plain(
                        "rate_correlation",
                        "Pearson's r over neurons between mean rates of data and model",
                        Correlation.pearson(data, model),
                        "",
                        n),
                Statistic.plain(
                        "rate_ratio",
                        "mean rate of the model divided by that of the data",
                        sum(model) / sum(data),
                        "",
                        n));
        Table table = new Table(
                "rates_per_neuron",
                "Mean rates of data and model over valid bins.",
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
                        new Table.Numbers("data", "sp/s", data),
                        new Table.Numbers("model", "sp/s", model)));
        return new AnalysisResult("rates", "Mean rates", statistics, List.of(table), List.of());
    }

    private static void average(FittedCircuit circuit, ModelRates rates, double[] data, double[] model) {
        Session session = circuit.fit().session();
        Mask mask = circuit.fit().mask();
        int[] positions = session.positions(circuit.trialIds());
        long bins = 0;
        for (int i = 0; i < positions.length; i++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(positions[i], bin)) {
                    bins++;
                    for (int neuron = 0; neuron < data.length; neuron++) {
                        data[neuron] += session.rate(positions[i], bin, neuron);
                        model[neuron] += rates.rate(i, bin, neuron);
                    }
                }
            }
        }
        for (int neuron = 0; neuron < data.length; neuron++) {
            data[neuron] /= bins;
            model[neuron] /= bins;
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
