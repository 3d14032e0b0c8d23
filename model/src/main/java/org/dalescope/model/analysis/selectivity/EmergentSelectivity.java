package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.inputs.InputAssignment;
import org.dalescope.model.network.inputs.ReceptiveFields;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.InputSettings;
import org.dalescope.model.training.FittedNetwork;

/** Measures the selectivity of neurons with and without a direct input of a factor, in data, networks and cut networks. */
final class EmergentSelectivity {
    private final Session session;
    private final Mask mask;
    private final InputAssignment inputs;
    private final int[] recordedUnit;
    private final List<Neuron> neurons;
    /** Column of each neuron in the session; neurons are in ascending order of their ids. */
    private final int[] columns;

    private final List<ModelRates> intact = new ArrayList<>();
    private final List<ModelRates> cut = new ArrayList<>();
    private final int[] positions;
    private final int[] rows;

    EmergentSelectivity(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        this.session = circuit.fit().session();
        this.mask = circuit.fit().mask();
        this.inputs = circuit.fit().inputs();
        this.recordedUnit = circuit.fit().parameterisation().spec().units().recordedUnit();
        this.columns = RecordedNeurons.of(session).columns();
        this.neurons = IntStream.of(columns).mapToObj(session.neurons()::get).toList();
        for (FittedNetwork member : circuit.members()) {
            intact.add(circuit.rates(member, engine));
            cut.add(circuit.rates(
                    new FittedNetwork(member.fit(), member.network().withoutRecurrence()), engine));
            watch.at(0.3 * intact.size() / circuit.members().size());
        }
        AnalysedTrials trials = AnalysedTrials.of(session, circuit.trialIds());
        this.positions = trials.positions();
        this.rows = trials.rows();
    }

    /** The window from the first to the second event of the receptive fields, if the session has both. */
    static Optional<SelectivityWindow> betweenEvents(Session session, InputSettings settings) {
        List<String> events = ReceptiveFields.events(session, settings);
        return events.size() < 2
                ? Optional.empty()
                : Optional.of(SelectivityWindow.of(events.get(0) + ".." + events.get(1)));
    }

    /** All factors with at least two levels, in all windows. */
    List<EmergentFactor> all(List<SelectivityWindow> windows, Progress watch) {
        return all(windows, true, watch);
    }

    /** All factors in all windows, without the permutation tests, whose p are then NaN. */
    List<EmergentFactor> untested(List<SelectivityWindow> windows) {
        return all(windows, false, Progress.SILENT);
    }

    private List<EmergentFactor> all(List<SelectivityWindow> windows, boolean tested, Progress watch) {
        List<EmergentFactor> all = new ArrayList<>();
        int done = 0;
        for (SelectivityWindow window : windows) {
            Mask within = window.within(session, mask);
            double[][] data = means(window, within, (i, bin, n) -> session.rate(positions[i], bin, n));
            List<double[][]> whole =
                    intact.stream().map(rates -> model(window, within, rates)).toList();
            List<double[][]> without =
                    cut.stream().map(rates -> model(window, within, rates)).toList();
            double[][] mean = model(window, within, ModelRates.mean(intact.stream()));
            Mask bins = window.resolved(session, mask);
            List<EmergentFactor> ofWindow = new ArrayList<>();
            for (Factor factor : session.factors()) {
                TrialGrouping.of(factor, positions)
                        .flatMap(groups -> groups.keeping(row -> !Double.isNaN(data[0][row])))
                        .ifPresent(groups -> ofWindow.add(of(
                                groups,
                                window,
                                DirectInputs.of(session, factor, bins),
                                new Rates(data, mean, whole, without),
                                tested)));
                watch.at(
                        0.3 + 0.7 * ++done / (windows.size() * session.factors().size()));
            }
            all.addAll(EmergentFactor.withRates(ofWindow));
        }
        return List.copyOf(all);
    }

    /** Mean rates in the window, {@code [neuron][trial]}: of the data, of the networks' mean, of each, and without W. */
    private record Rates(double[][] data, double[][] mean, List<double[][]> intact, List<double[][]> cut) {}

    private EmergentFactor of(
            TrialGrouping grouping, SelectivityWindow window, DirectInputs carried, Rates rates, boolean tested) {
        int count = neurons.size();
        FactorPermutation permutations = tested ? FactorPermutation.of(grouping) : new FactorPermutation(new int[0][]);
        boolean[] direct = new boolean[count];
        int[] pair = new int[count];
        double[][] numbers = new double[5][count];
        for (int n = 0; n < count; n++) {
            direct[n] = carried.reach(inputs, recordedUnit[columns[n]]);
            AucIndex ofData = index(rates.data()[n], grouping);
            AucIndex ofModel = index(rates.mean()[n], grouping);
            double[] indices = ofData.of(grouping.level());
            double[] modelled = ofModel.of(grouping.level());
            pair[n] = AucIndex.largest(indices);
            numbers[0][n] = indices[pair[n]];
            numbers[1][n] = modelled[pair[n]];
            numbers[2][n] = tested ? permutations.p(ofData, indices[pair[n]]) : Double.NaN;
            numbers[3][n] = tested ? permutations.p(ofModel, modelled[pair[n]], pair[n]) : Double.NaN;
            numbers[4][n] = difference(rates.data()[n], grouping, pair[n]);
        }
        return new EmergentFactor(
                grouping,
                window,
                neurons,
                direct,
                pair,
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                new double[count],
                new double[count],
                numbers[4],
                differences(rates.intact(), grouping, pair),
                differences(rates.cut(), grouping, pair));
    }

    private static double[][] differences(List<double[][]> rates, TrialGrouping grouping, int[] pair) {
        return rates.stream()
                .map(one -> IntStream.range(0, pair.length)
                        .mapToDouble(n -> difference(one[n], grouping, pair[n]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The mean rate at the higher level of a pair minus that at the lower one. */
    private static double difference(double[] rates, TrialGrouping grouping, int pair) {
        int[] levels = grouping.levelsOf(pair);
        double[] sum = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < grouping.rows().length; i++) {
            for (int side = 0; side < 2; side++) {
                if (grouping.level()[i] == levels[side]) {
                    sum[side] += rates[grouping.rows()[i]];
                    count[side]++;
                }
            }
        }
        return sum[1] / count[1] - sum[0] / count[0];
    }

    private static AucIndex index(double[] rates, TrialGrouping grouping) {
        double[] taken =
                IntStream.of(grouping.rows()).mapToDouble(row -> rates[row]).toArray();
        return new AucIndex(taken, grouping.levels().size());
    }

    private double[][] model(SelectivityWindow window, Mask within, ModelRates rates) {
        return means(window, within, (i, bin, n) -> rates.rate(rows[i], bin, n));
    }

    private double[][] means(SelectivityWindow window, Mask within, SelectivityWindow.Rates rates) {
        return window.means(
                within, session.time(), positions, columns.length, (i, bin, n) -> rates.at(i, bin, columns[n]));
    }
}
