package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/**
 * The condition averages (PSTHs) of the recorded neurons' simulated rates over valid trials, for the comparison of
 * intact and perturbed networks.
 *
 * @param conditions the first one stands for all trials
 * @param rows indices of the trials of every condition among the simulated trials
 * @param valid number of valid trials per condition and bin
 */
public record ConditionAveragedRates(
        List<Condition> conditions, int bins, Mask mask, int[] positions, List<int[]> rows, int[][] valid) {
    /** The smallest number of valid trials in a bin for which a PSTH is defined. */
    public static final int MINIMUM_TRIALS = 3;

    /** The condition averages of some trials, in the order in which they are simulated. */
    public static ConditionAveragedRates of(Session session, Mask mask, int[] trialIds) {
        return of(session, mask, trialIds, Condition.of(session, trialIds));
    }

    /** The averages with all trials as the only condition. */
    public static ConditionAveragedRates together(Session session, Mask mask, int[] trialIds) {
        return of(session, mask, trialIds, Condition.named(session, trialIds, "all"));
    }

    private static ConditionAveragedRates of(Session session, Mask mask, int[] trialIds, List<Condition> conditions) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < trialIds.length; i++) {
            rowOf.put(trialIds[i], i);
        }
        int[] positions = session.positions(trialIds);
        List<int[]> rows = conditions.stream()
                .map(condition -> Arrays.stream(condition.trialIds())
                        .map(id -> rowOf.getOrDefault(id, 0))
                        .toArray())
                .toList();
        int[][] valid = new int[rows.size()][session.bins()];
        for (int c = 0; c < valid.length; c++) {
            for (int row : rows.get(c)) {
                for (int bin = 0; bin < session.bins(); bin++) {
                    valid[c][bin] += mask.isValid(positions[row], bin) ? 1 : 0;
                }
            }
        }
        return new ConditionAveragedRates(conditions, session.bins(), mask, positions, rows, valid);
    }

    /** Whether the PSTH of a condition is defined at a bin. */
    public boolean isDefined(int condition, int bin) {
        return valid[condition][bin] >= MINIMUM_TRIALS;
    }

    /**
     * The averages, {@code [condition][bin * neurons + neuron]} in sp/s; 0 if no trial is valid.
     *
     * @param rates {@code [trial][bin][unit]}
     */
    public double[][] of(UnitMap units, double[] rates) {
        int neurons = units.recorded();
        double[][] means = new double[conditions.size()][bins * neurons];
        for (int c = 0; c < means.length; c++) {
            for (int row : rows.get(c)) {
                add(units, rates, row, means[c]);
            }
            for (int i = 0; i < means[c].length; i++) {
                means[c][i] /= Math.max(1, valid[c][i / neurons]);
            }
        }
        return means;
    }

    private void add(UnitMap units, double[] rates, int row, double[] sum) {
        int neurons = units.recorded();
        for (int bin = 0; bin < bins; bin++) {
            if (mask.isValid(positions[row], bin)) {
                int from = (row * bins + bin) * units.units();
                for (int neuron = 0; neuron < neurons; neuron++) {
                    sum[bin * neurons + neuron] += rates[from + units.recordedUnit()[neuron]];
                }
            }
        }
    }

    /**
     * The mean over some bins of a neuron's average in a condition, with each bin weighted by its number of valid
     * trials; NaN if there are none.
     *
     * @param psth the average of one condition
     */
    double mean(int condition, double[] psth, int neuron, boolean[] in) {
        int neurons = psth.length / bins;
        double sum = 0;
        double count = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (in[bin] && isDefined(condition, bin)) {
                sum += valid[condition][bin] * psth[bin * neurons + neuron];
                count += valid[condition][bin];
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * The root mean square difference of two averages of a condition over defined bins and some neurons; NaN if there
     * are none.
     */
    double distance(int condition, double[] a, double[] b, boolean[] neurons) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (isDefined(condition, i / neurons.length) && neurons[i % neurons.length]) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }
}
