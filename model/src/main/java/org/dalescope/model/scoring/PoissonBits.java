package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * A score of a model: the gain in Poisson log-likelihood of spike counts in single bins over each neuron's mean rate.
 * There are sums per trial, so that a trial can be left out.
 *
 * @param bins number of valid bins of each trial
 * @param spikes {@code [trial][neuron]}
 * @param gain sum of y log c - c over bins, c the expected and y the observed count, {@code [trial][neuron]}
 */
public record PoissonBits(int neurons, int[] bins, double[] spikes, double[] gain) {
    private static final double LOWEST_RATE = 0.01;
    private static final double MS_PER_S = 1000;

    /**
     * The sums over some trials.
     *
     * @param positions of the trials in the session
     * @param among bins that are counted if they are valid
     * @param model rates of the i-th trial, sp/s
     */
    public static PoissonBits of(Session session, Mask mask, int[] positions, IntPredicate among, RateFunction model) {
        int neurons = session.neurons().size();
        double seconds = session.time().binMs() / MS_PER_S;
        int[] bins = new int[positions.length];
        double[] spikes = new double[positions.length * neurons];
        double[] gain = new double[spikes.length];
        for (int i = 0; i < positions.length; i++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (!among.test(bin) || !mask.isValid(positions[i], bin)) {
                    continue;
                }
                bins[i]++;
                for (int neuron = 0; neuron < neurons; neuron++) {
                    double count = session.rate(positions[i], bin, neuron) * seconds;
                    double expected = Math.max(model.at(i, bin, neuron), LOWEST_RATE) * seconds;
                    spikes[i * neurons + neuron] += count;
                    gain[i * neurons + neuron] += (count == 0 ? 0 : count * Math.log(expected)) - expected;
                }
            }
        }
        return new PoissonBits(neurons, bins, spikes, gain);
    }

    /** The same sums; those of a session of averages are not defined, because its single trials are drawn. */
    static PoissonBits ofSession(Session session, Mask mask, int[] positions, IntPredicate among, RateFunction model) {
        PoissonBits bits = of(session, mask, positions, among, model);
        if (session.source().isAveraged()) {
            Arrays.fill(bits.gain(), Double.NaN);
        }
        return bits;
    }

    /** The bits per spike of each neuron; NaN without a spike. */
    public double[] perNeuron() {
        double[] bits = new double[neurons];
        Arrays.setAll(bits, n -> pooled(-1, other -> other == n));
        return bits;
    }

    /**
     * The bits per spike of some neurons together.
     *
     * @param left the trial that is left out; -1 for none
     */
    public double pooled(int left, IntPredicate chosen) {
        int time = Arrays.stream(bins).sum() - (left < 0 ? 0 : bins[left]);
        double better = 0;
        double all = 0;
        for (int neuron = 0; neuron < neurons; neuron++) {
            if (!chosen.test(neuron)) {
                continue;
            }
            double count = left < 0 ? 0 : -spikes[left * neurons + neuron];
            double own = left < 0 ? 0 : -gain[left * neurons + neuron];
            for (int trial = 0; trial < bins.length; trial++) {
                count += spikes[trial * neurons + neuron];
                own += gain[trial * neurons + neuron];
            }
            if (count > 0) {
                better += own - (count * Math.log(count / time) - count);
                all += count;
            }
        }
        return all > 0 ? better / (all * Math.log(2)) : Double.NaN;
    }
}
