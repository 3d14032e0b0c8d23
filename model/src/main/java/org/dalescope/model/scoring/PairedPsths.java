package org.dalescope.model.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The smoothed PSTHs of data and model that a score compares, over the same sets of trials, one set after the other.
 * Any trial can be left out; the bins of a set do not change when one of its trials is left out.
 */
final class PairedPsths {
    private final Smoothing smoothing;
    private final int neurons;
    private final List<Part> parts;
    private final List<Courses> whole;

    private PairedPsths(Smoothing smoothing, int neurons, List<Part> parts) {
        this.smoothing = smoothing;
        this.neurons = neurons;
        this.parts = parts;
        this.whole = parts.stream().map(part -> courses(part, -1)).toList();
    }

    /**
     * One set of trials with its sums.
     *
     * @param bins the bins of the set
     */
    record Part(TrialSet set, int[] bins, TrialRateSums data, TrialRateSums model) {}

    /** The time courses of all neurons, {@code [neuron][bin]}. */
    record Courses(double[][] data, double[][] model) {}

    /**
     * The PSTHs over sets of the scored trials.
     *
     * @param model rates of the i-th of the trials
     * @param bins the bins that may be used
     * @param leastTrials a bin is used in a set if it has at least this many valid trials
     */
    static PairedPsths of(
            Session session,
            Mask mask,
            int[] trialIds,
            RateFunction model,
            List<TrialSet> sets,
            IntPredicate bins,
            int leastTrials,
            double smoothingMs) {
        int neurons = session.neurons().size();
        int[] positions = session.positions(trialIds);
        List<Part> parts = new ArrayList<>();
        for (TrialSet set : sets) {
            int[] rows = set.rows();
            int[] own = Arrays.stream(rows).map(row -> positions[row]).toArray();
            TrialRateSums data = TrialRateSums.of(mask, own, neurons, (i, bin, n) -> session.rate(own[i], bin, n));
            int[] kept = IntStream.range(0, session.bins())
                    .filter(bin -> bins.test(bin) && data.counts()[bin] >= leastTrials)
                    .toArray();
            if (kept.length > 0) {
                TrialRateSums modelled = TrialRateSums.of(mask, own, neurons, (i, bin, n) -> model.at(rows[i], bin, n));
                parts.add(new Part(set, kept, data, modelled));
            }
        }
        return new PairedPsths(Smoothing.gaussian(smoothingMs, session.time().binMs()), neurons, List.copyOf(parts));
    }

    List<Part> parts() {
        return parts;
    }

    /** The number of bins of all sets. */
    int bins() {
        return parts.stream().mapToInt(part -> part.bins().length).sum();
    }

    /**
     * The time courses of the sets one after the other, without the trial of a row; a row of -1 leaves out no trial.
     */
    Courses without(int row) {
        Courses all = new Courses(new double[neurons][bins()], new double[neurons][bins()]);
        int at = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            int left = row < 0 ? -1 : Arrays.binarySearch(part.set().rows(), row);
            Courses own = left < 0 ? whole.get(p) : courses(part, left);
            for (int neuron = 0; neuron < neurons; neuron++) {
                System.arraycopy(own.data()[neuron], 0, all.data()[neuron], at, part.bins().length);
                System.arraycopy(own.model()[neuron], 0, all.model()[neuron], at, part.bins().length);
            }
            at += part.bins().length;
        }
        return all;
    }

    /** The averages of other trials, such as the training trials, on the same bins and with the same smoothing. */
    double[][] smoothed(List<double[]> psths) {
        double[][] all = new double[neurons][bins()];
        int at = 0;
        for (int p = 0; p < parts.size(); p++) {
            int[] bins = parts.get(p).bins();
            double[][] own = smoothed(psths.get(p), bins);
            for (int neuron = 0; neuron < neurons; neuron++) {
                System.arraycopy(own[neuron], 0, all[neuron], at, bins.length);
            }
            at += bins.length;
        }
        return all;
    }

    private Courses courses(Part part, int left) {
        return new Courses(
                smoothed(part.data().meanWithout(left), part.bins()),
                smoothed(part.model().meanWithout(left), part.bins()));
    }

    private double[][] smoothed(double[] psth, int[] bins) {
        double[][] courses = new double[neurons][];
        for (int neuron = 0; neuron < neurons; neuron++) {
            courses[neuron] = smoothing.apply(Psth.course(psth, neurons, neuron, bins));
        }
        return courses;
    }
}
