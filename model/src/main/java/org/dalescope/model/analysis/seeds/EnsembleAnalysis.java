package org.dalescope.model.analysis.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedAgreement;
import org.dalescope.model.analysis.connectivity.WeightConsistency;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.analysis.population.Currents;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of how far the networks of several seeds agree in their rates and currents, bin by bin, and in their
 * weights. One rule decides for every quantity whether it can be interpreted.
 */
public final class EnsembleAnalysis {
    private EnsembleAnalysis() {}

    /** A quantity of every network, with the agreement of the networks on it. */
    private record Quantity(String name, String definition, String of, SeedAgreement agreement) {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        List<Quantity> quantities = quantities(circuit, engine, watch);
        TableBuilder table = new TableBuilder(
                "agreement", "Agreement between the networks of different seeds. " + SeedConsistency.RULE);
        List<Statistic> statistics = new ArrayList<>();
        Map<SeedConsistency, List<String>> byVerdict = new TreeMap<>();
        for (Quantity quantity : quantities) {
            SeedAgreement agreement = quantity.agreement();
            SeedConsistency verdict = SeedConsistency.of(agreement);
            byVerdict.computeIfAbsent(verdict, key -> new ArrayList<>()).add(quantity.name());
            statistics.add(agreement.statistic("agreement_" + quantity.name(), quantity.definition(), quantity.of()));
            table.word("quantity", quantity.name())
                    .number("agreement", "", agreement.value())
                    .number("low", "", agreement.interval().low())
                    .number("high", "", agreement.interval().high())
                    .number("lowest_pair", "", agreement.lowest())
                    .number("null", "", agreement.outcome().nullMean())
                    .number("p", "", agreement.outcome().p())
                    .word("verdict", verdict.words());
        }
        String sentence = byVerdict.entrySet().stream()
                .map(entry -> entry.getKey().words() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
        watch.at(1);
        return new AnalysisResult(
                "ensemble",
                "Agreement over seeds",
                statistics,
                List.of(table.table()),
                List.of(Finding.notice(
                        "agreement-rule",
                        "Quantities that the data determine - " + sentence + ". " + SeedConsistency.RULE)));
    }

    private static List<Quantity> quantities(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        ConditionAverages rows = ConditionAverages.of(circuit);
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        List<double[][]> rates = new ArrayList<>();
        List<Currents> currents = new ArrayList<>();
        for (FittedNetwork member : circuit.members()) {
            MeanTrajectory trajectory = MeanTrajectory.of(circuit, member, rows, engine);
            rates.add(trajectory.rates(neurons));
            currents.add(Currents.of(trajectory, neurons));
            watch.at(0.6 * rates.size() / circuit.members().size());
        }
        List<Quantity> quantities = new ArrayList<>();
        quantities.add(courses("rates", "rate", rates, rows, neurons));
        quantities.add(courses("e_currents", "E current", of(currents, Currents::excitatory), rows, neurons));
        quantities.add(courses("i_currents", "I current", of(currents, Currents::inhibitory), rows, neurons));
        quantities.add(
                courses("input_currents", "current from the inputs", of(currents, Currents::input), rows, neurons));
        quantities.add(
                courses("net_currents", "E + I + input current", of(currents, EnsembleAnalysis::net), rows, neurons));
        watch.at(0.9);
        quantities.add(new Quantity(
                "weights",
                "Pearson's r over the weights between recorded neurons, standardised within each block",
                neurons.size() * (neurons.size() - 1) + " weights",
                WeightConsistency.ofMembers(neurons, circuit.members())));
        return quantities;
    }

    private static Quantity courses(
            String name, String what, List<double[][]> courses, ConditionAverages rows, RecordedNeurons neurons) {
        int[] single = rows.singleConditions();
        return new Quantity(
                name,
                "Pearson's r over the bins of single conditions of a recorded neuron's average " + what
                        + ", mean over neurons",
                neurons.count() + ", " + single.length + " bins",
                SeedAgreement.ofCourses(courses, single, neurons.excitatory()));
    }

    private static List<double[][]> of(List<Currents> currents, Function<Currents, double[][]> part) {
        return currents.stream().map(part).toList();
    }

    private static double[][] net(Currents currents) {
        double[][] net = new double[currents.input().length][currents.bias().length];
        for (int row = 0; row < net.length; row++) {
            for (int i = 0; i < net[row].length; i++) {
                net[row][i] = currents.excitatory()[row][i] + currents.inhibitory()[row][i] + currents.input()[row][i];
            }
        }
        return net;
    }
}
