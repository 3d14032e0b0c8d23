package org.dalescope.model.analysis.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.session.split.Condition;

/**
 * The averages over trials in every condition that analyses of fitted circuits share, for the bins in which enough
 * trials are valid. A row is one bin of one condition; the rows of a condition are in the order of time.
 *
 * @param trialIds trials, ascending
 * @param positions position of each trial in the session
 * @param conditions names; the first one stands for all trials
 * @param condition of every row
 * @param bin of every row
 * @param trials of every condition, as indices into {@code trialIds}
 */
public record ConditionAverages(
        Session session,
        Mask mask,
        int[] trialIds,
        int[] positions,
        List<String> conditions,
        int[] condition,
        int[] bin,
        List<int[]> trials) {
    /** The smallest number of valid trials in a bin for an average (docs/science.md section 3). */
    public static final int MINIMUM_TRIALS = 3;

    /** The values that are averaged, by trial, bin and column. */
    @FunctionalInterface
    public interface Values {
        double at(int trial, int bin, int column);
    }

    /**
     * The condition averages for all trials and for every level of every discrete factor.
     *
     * @throws InputError if no bin has enough valid trials
     */
    public static ConditionAverages of(FittedCircuit circuit) {
        return of(circuit, circuit.trialIds());
    }

    /** The condition averages over some of the trials. */
    public static ConditionAverages of(FittedCircuit circuit, int[] someTrials) {
        Session session = circuit.fit().session();
        Mask mask = circuit.fit().mask();
        int[] trialIds = IntStream.of(someTrials).sorted().toArray();
        int[] positions = session.positions(trialIds);
        Map<Integer, Integer> indexOf = new HashMap<>();
        IntStream.range(0, trialIds.length).forEach(i -> indexOf.put(trialIds[i], i));
        List<String> names = new ArrayList<>();
        List<int[]> trials = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        for (Condition one : Condition.of(session, trialIds)) {
            int[] own = IntStream.of(one.trialIds())
                    .map(id -> indexOf.getOrDefault(id, -1))
                    .sorted()
                    .toArray();
            int[] bins = IntStream.range(0, session.bins())
                    .filter(b -> IntStream.of(own)
                                    .filter(i -> mask.isValid(positions[i], b))
                                    .count()
                            >= MINIMUM_TRIALS)
                    .toArray();
            if (bins.length > 0) {
                int number = names.size();
                names.add(one.name());
                trials.add(own);
                IntStream.of(bins).forEach(b -> rows.add(new int[] {number, b}));
            }
        }
        if (rows.isEmpty()) {
            throw new InputError("No bin has " + MINIMUM_TRIALS
                    + " valid trials to average over. Choose a partition with more trials.");
        }
        return new ConditionAverages(
                session,
                mask,
                trialIds,
                positions,
                List.copyOf(names),
                rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToInt(row -> row[1]).toArray(),
                List.copyOf(trials));
    }

    public int size() {
        return bin.length;
    }

    /** The rows of a condition, in the order of time. */
    public int[] rowsOf(int one) {
        return IntStream.range(0, size()).filter(row -> condition[row] == one).toArray();
    }

    /** The rows of single conditions. The rows of all trials are left out if there are other conditions. */
    public int[] singleConditions() {
        return conditions.size() == 1
                ? rowsOf(0)
                : IntStream.range(0, size()).filter(row -> condition[row] > 0).toArray();
    }

    /** The averages over the valid trials, {@code [row][column]}. */
    public double[][] average(int columns, Values values) {
        double[][] mean = new double[size()][columns];
        for (int row = 0; row < size(); row++) {
            int count = 0;
            for (int trial : trials.get(condition[row])) {
                if (mask.isValid(positions[trial], bin[row])) {
                    count++;
                    for (int column = 0; column < columns; column++) {
                        mean[row][column] += values.at(trial, bin[row], column);
                    }
                }
            }
            for (int column = 0; column < columns; column++) {
                mean[row][column] /= count;
            }
        }
        return mean;
    }

    /** The data's averages in sp/s, {@code [row][neuron]}. */
    public double[][] data(RecordedNeurons neurons) {
        return average(
                neurons.size(), (trial, at, neuron) -> session.rate(positions[trial], at, neurons.columns()[neuron]));
    }

    /** The averages with every column smoothed over time within each condition, {@code [row][column]}. */
    public double[][] smoothed(double[][] averages, double sigmaMs) {
        Smoothing smoothing = Smoothing.gaussian(sigmaMs, session.time().binMs());
        double[][] smooth = Arrays.stream(averages).map(double[]::clone).toArray(double[][]::new);
        for (int one = 0; one < conditions.size(); one++) {
            int[] rows = rowsOf(one);
            for (int column = 0; column < averages[0].length; column++) {
                int at = column;
                double[] course = smoothing.apply(
                        IntStream.of(rows).mapToDouble(row -> averages[row][at]).toArray());
                for (int i = 0; i < rows.length; i++) {
                    smooth[rows[i]][column] = course[i];
                }
            }
        }
        return smooth;
    }

    /** The values of one column in some rows. */
    public static double[] column(double[][] averages, int[] rows, int column) {
        return IntStream.of(rows).mapToDouble(row -> averages[row][column]).toArray();
    }

    public double timeMs(int row) {
        return session.time().centreMs(bin[row]);
    }
}
