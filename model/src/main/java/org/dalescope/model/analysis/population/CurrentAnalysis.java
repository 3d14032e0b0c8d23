package org.dalescope.model.analysis.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the excitatory, inhibitory and input currents of the recorded neurons, and of how closely
 * inhibition follows excitation.
 */
public final class CurrentAnalysis {
    private CurrentAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        ConditionAverages rows = ConditionAverages.of(circuit);
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        List<Currents> perSeed = new ArrayList<>();
        for (FittedNetwork member : circuit.members()) {
            perSeed.add(Currents.of(MeanTrajectory.of(circuit, member, rows, engine), neurons));
            watch.at((double) perSeed.size() / (circuit.members().size() + 1));
        }
        List<Table> tables = List.of(perNeuron(rows, neurons, perSeed), perBin(rows, neurons, perSeed));
        List<Statistic> statistics = statistics(rows, neurons, perSeed);
        watch.at(1);
        return new AnalysisResult(
                "currents",
                "Currents",
                statistics,
                tables,
                List.of(Finding.notice(
                        "currents-in-units-of-x",
                        "Currents are in the units of the state x, which determines a unit's rate. They are"
                                + " not in picoamperes.")));
    }

    private static List<Statistic> statistics(ConditionAverages rows, RecordedNeurons neurons, List<Currents> perSeed) {
        int[] all = rows.rowsOf(0);
        List<double[][]> balance =
                perSeed.stream().map(one -> balance(one, all)).toList();
        int[] identity = IntStream.range(0, neurons.size()).toArray();
        Statistic correlation = SeedStatistics.of(
                "ei_balance",
                "Pearson's r over bins (average of all trials) between a neuron's E current and minus its I current,"
                        + " mean over "
                        + neurons.count(),
                "",
                balance.stream().mapToDouble(r -> meanAlong(r, identity)).toArray());
        WithinTypePermutation.Outcome outcome = WithinTypePermutation.test(correlation.value(), random -> {
            int[] order = WithinTypePermutation.withinType(neurons.excitatory(), random);
            return balance.stream()
                    .mapToDouble(r -> meanAlong(r, order))
                    .average()
                    .orElse(Double.NaN);
        });
        return List.of(
                correlation.against(outcome.chance()),
                mean("e_current", "mean E current", perSeed, all, Currents::excitatory),
                mean("i_current", "mean I current", perSeed, all, Currents::inhibitory),
                mean("input_current", "mean current from the inputs", perSeed, all, Currents::input),
                SeedStatistics.of(
                        "bias_current",
                        "mean constant current over recorded neurons",
                        "units of x",
                        perSeed.stream()
                                .mapToDouble(one -> SeedStatistics.mean(one.bias()))
                                .toArray()),
                SeedStatistics.of(
                        "recurrent_share",
                        "(mean |E| + mean |I|) / (mean |E| + mean |I| + mean |input|) over recorded neurons and bins"
                                + " (average of all trials)",
                        "",
                        perSeed.stream()
                                .mapToDouble(one -> recurrentShare(one, all))
                                .toArray()));
    }

    /** Pearson's r of the E current of neuron i and minus the I current of neuron j, {@code [i][j]}. */
    private static double[][] balance(Currents currents, int[] rows) {
        int neurons = currents.bias().length;
        double[][] r = new double[neurons][neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                r[i][j] = -Correlation.pearson(
                        ConditionAverages.column(currents.excitatory(), rows, i),
                        ConditionAverages.column(currents.inhibitory(), rows, j));
            }
        }
        return r;
    }

    private static double meanAlong(double[][] r, int[] order) {
        return IntStream.range(0, order.length)
                .mapToDouble(i -> r[i][order[i]])
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
    }

    private static Statistic mean(
            String name, String what, List<Currents> perSeed, int[] rows, Function<Currents, double[][]> of) {
        return SeedStatistics.of(
                name,
                what + " over recorded neurons and bins (average of all trials)",
                "units of x",
                perSeed.stream()
                        .mapToDouble(one -> IntStream.of(rows)
                                .mapToDouble(row -> SeedStatistics.mean(of.apply(one)[row]))
                                .average()
                                .orElse(Double.NaN))
                        .toArray());
    }

    private static double recurrentShare(Currents one, int[] rows) {
        double recurrent = magnitude(one.excitatory(), rows) + magnitude(one.inhibitory(), rows);
        return recurrent / (recurrent + magnitude(one.input(), rows));
    }

    private static double magnitude(double[][] currents, int[] rows) {
        return IntStream.of(rows)
                .mapToDouble(row ->
                        Arrays.stream(currents[row]).map(Math::abs).average().orElse(0))
                .average()
                .orElse(Double.NaN);
    }

    private static Table perNeuron(ConditionAverages rows, RecordedNeurons neurons, List<Currents> perSeed) {
        TableBuilder table = new TableBuilder(
                "currents_per_neuron",
                "Currents over the bins of the average of all trials, in units of x: means, and r of E with minus I;"
                        + " mean and standard deviation over seeds.");
        int[] all = rows.rowsOf(0);
        List<double[][]> balance =
                perSeed.stream().map(one -> balance(one, all)).toList();
        for (int i = 0; i < neurons.size(); i++) {
            int neuron = i;
            table.number("neuron", "", neurons.ids()[i]).word("type", neurons.letter(i));
            add(
                    table,
                    "e",
                    perSeed,
                    one -> SeedStatistics.mean(ConditionAverages.column(one.excitatory(), all, neuron)));
            add(
                    table,
                    "i",
                    perSeed,
                    one -> SeedStatistics.mean(ConditionAverages.column(one.inhibitory(), all, neuron)));
            add(
                    table,
                    "input",
                    perSeed,
                    one -> SeedStatistics.mean(ConditionAverages.column(one.input(), all, neuron)));
            add(table, "bias", perSeed, one -> one.bias()[neuron]);
            double[] r = balance.stream().mapToDouble(b -> b[neuron][neuron]).toArray();
            add(table, "ei_balance", r);
        }
        return table.table();
    }

    private static Table perBin(ConditionAverages rows, RecordedNeurons neurons, List<Currents> perSeed) {
        TableBuilder table = new TableBuilder(
                "currents_per_bin",
                "Currents of every condition, neuron and bin in units of x, without the bias: mean and standard"
                        + " deviation over seeds.");
        for (int r = 0; r < rows.size(); r++) {
            int row = r;
            for (int i = 0; i < neurons.size(); i++) {
                int neuron = i;
                table.word("condition", rows.conditions().get(rows.condition()[row]))
                        .number("neuron", "", neurons.ids()[i])
                        .number("time", "ms", rows.timeMs(row));
                add(table, "e", perSeed, one -> one.excitatory()[row][neuron]);
                add(table, "i", perSeed, one -> one.inhibitory()[row][neuron]);
                add(table, "input", perSeed, one -> one.input()[row][neuron]);
            }
        }
        return table.table();
    }

    private static void add(TableBuilder table, String name, List<Currents> perSeed, ToDoubleFunction<Currents> of) {
        add(table, name, perSeed.stream().mapToDouble(of).toArray());
    }

    private static void add(TableBuilder table, String name, double[] values) {
        double mean = SeedStatistics.mean(values);
        table.number(name, "", mean)
                .number(name + "_sd", "", SeedStatistics.standardError(values, mean) * Math.sqrt(values.length));
    }
}
