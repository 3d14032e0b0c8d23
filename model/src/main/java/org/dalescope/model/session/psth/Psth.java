package org.dalescope.model.session.psth;

import java.util.stream.IntStream;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * A peri-stimulus time histogram (PSTH): the average of the rates over trials.
 *
 * @param mean sp/s, {@code [bin][neuron]}; 0 if no trial is valid
 * @param standardError standard error of the mean over trials, sp/s, {@code [bin][neuron]}
 * @param trials number of valid trials per bin
 */
public record Psth(int bins, int neurons, double[] mean, double[] standardError, int[] trials) {

    /** The PSTH of the data over the valid bins of some trials. */
    public static Psth of(Session session, Mask mask, int[] trialIds) {
        int bins = session.bins();
        int neurons = session.neurons().size();
        double[] sum = new double[bins * neurons];
        double[] squares = new double[bins * neurons];
        int[] positions = session.positions(trialIds);
        int[] counts = mask.validTrials(positions);
        float[] rates = session.rates();
        for (int trial : positions) {
            int from = 0;
            while (from < bins) {
                int to = mask.endOfRun(trial, from);
                if (mask.isValid(trial, from)) {
                    add(rates, (trial * bins + from) * neurons, (to - from) * neurons, sum, squares, from * neurons);
                }
                from = to;
            }
        }
        double[] error = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            int n = counts[i / neurons];
            sum[i] = n == 0 ? 0 : sum[i] / n;
            double variance = n < 2 ? 0 : Math.max(0, squares[i] / n - sum[i] * sum[i]) * n / (n - 1);
            error[i] = n < 2 ? 0 : Math.sqrt(variance / n);
        }
        return new Psth(bins, neurons, sum, error, counts);
    }

    /** All bins of a run at once: the compiler makes vector code only of long loops over plain arrays. */
    private static void add(float[] rates, int from, int count, double[] sum, double[] squares, int to) {
        for (int i = 0; i < count; i++) {
            double rate = rates[from + i];
            sum[to + i] += rate;
            squares[to + i] += rate * rate;
        }
    }

    /** The bins with at least this many valid trials. */
    public int[] binsWith(int minimumTrials) {
        return IntStream.range(0, bins)
                .filter(bin -> trials[bin] >= minimumTrials)
                .toArray();
    }

    /** The PSTH of one neuron over some bins. */
    public static double[] course(double[] psth, int neurons, int neuron, int[] bins) {
        double[] course = new double[bins.length];
        for (int i = 0; i < bins.length; i++) {
            course[i] = psth[bins[i] * neurons + neuron];
        }
        return course;
    }
}
