package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.session.split.Splits;

/**
 * Computes, for the ceiling of a score, the split-half reliability of concatenated trial averages of several sets of
 * trials, with the halvings of {@link SplitHalf}. The sum of one half is added up, and that of the other half is the
 * difference from the total, because 200 halvings of every set are the slowest part of an evaluation.
 */
final class ConditionHalves {
    private final Session session;
    private final Mask mask;
    private final int[] positions;
    private final Smoothing smoothing;
    private final List<PairedPsths.Part> parts;

    ConditionHalves(Session session, Mask mask, int[] trialIds, double smoothingMs, List<PairedPsths.Part> parts) {
        this.session = session;
        this.mask = mask;
        this.positions = session.positions(trialIds);
        this.smoothing = Smoothing.gaussian(smoothingMs, session.time().binMs());
        this.parts = parts;
    }

    SplitHalf reliability() {
        int neurons = session.neurons().size();
        double[] sum = new double[neurons];
        int[] count = new int[neurons];
        int[] ids = new int[positions.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = session.trialIds()[positions[i]];
        }
        List<int[]> strata = Splits.strata(session, ids);
        for (int repeat = 0; repeat < SplitHalf.REPEATS; repeat++) {
            int[][] halves =
                    SplitHalf.halves(strata, CounterRandom.of(0, Stream.HALVES).at(repeat));
            boolean[] first = new boolean[session.trials()];
            for (int position : session.positions(halves[0])) {
                first[position] = true;
            }
            double[] r = between(first);
            for (int neuron = 0; neuron < neurons; neuron++) {
                if (!Double.isNaN(r[neuron])) {
                    sum[neuron] += r[neuron];
                    count[neuron]++;
                }
            }
        }
        return SplitHalf.of(sum, count);
    }

    /** The r of every neuron between the halves, over the bins that both have. */
    private double[] between(boolean[] first) {
        int neurons = session.neurons().size();
        int length = parts.stream().mapToInt(part -> part.bins().length).sum();
        double[][] one = new double[neurons][length];
        double[][] other = new double[neurons][length];
        int at = 0;
        for (PairedPsths.Part part : parts) {
            at += append(part, first, one, other, at);
        }
        double[] r = new double[neurons];
        for (int neuron = 0; neuron < neurons; neuron++) {
            r[neuron] = Correlation.pearson(Arrays.copyOf(one[neuron], at), Arrays.copyOf(other[neuron], at));
        }
        return r;
    }

    private int append(PairedPsths.Part part, boolean[] first, double[][] one, double[][] other, int at) {
        int neurons = session.neurons().size();
        double[] sums = new double[session.bins() * neurons];
        int[] counts = new int[session.bins()];
        addUp(part, first, sums, counts);
        int[] both = Arrays.stream(part.bins())
                .filter(bin -> counts[bin] > 0 && counts[bin] < part.data().counts()[bin])
                .toArray();
        double[] a = new double[both.length];
        double[] b = new double[both.length];
        for (int neuron = 0; neuron < neurons && both.length > 0; neuron++) {
            for (int i = 0; i < both.length; i++) {
                int bin = both[i];
                double half = sums[bin * neurons + neuron];
                a[i] = half / counts[bin];
                b[i] = (part.data().sums()[bin * neurons + neuron] - half)
                        / (part.data().counts()[bin] - counts[bin]);
            }
            System.arraycopy(smoothing.apply(a), 0, one[neuron], at, both.length);
            System.arraycopy(smoothing.apply(b), 0, other[neuron], at, both.length);
        }
        return both.length;
    }

    private void addUp(PairedPsths.Part part, boolean[] first, double[] sums, int[] counts) {
        int neurons = session.neurons().size();
        float[] rates = session.rates();
        for (int row : part.set().rows()) {
            int trial = positions[row];
            if (!first[trial]) {
                continue;
            }
            for (int bin : part.bins()) {
                if (mask.isValid(trial, bin)) {
                    counts[bin]++;
                    int from = (trial * session.bins() + bin) * neurons;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        sums[bin * neurons + neuron] += rates[from + neuron];
                    }
                }
            }
        }
    }
}
