package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Mask;

/**
 * Determines in which bins the chosen units were recorded: within the observation intervals of all units or, if the file
 * has none, from the first spike of any unit to the last, and never in a span that the file declares invalid.
 */
final class ObservedBins {
    /** Intervals with a gap of at most this, in seconds, are joined; edges are compared with the same tolerance. */
    private static final double TOUCHING_S = 1e-6;

    /**
     * If the spikes of all units are a Poisson process, a silence of this many mean intervals has a probability of
     * 2e-9.
     */
    private static final double SILENCE = 20;

    private ObservedBins() {}

    /**
     * The bins in which all units were recorded.
     *
     * @param intervals for every unit, the spans in seconds in which it was recorded; empty if the file has none
     * @param invalid spans in seconds in which nothing is valid
     */
    static Mask of(
            List<double[][]> intervals,
            SpikeCounts counts,
            TrialWindows windows,
            double[][] invalid,
            ReadingNotes notes) {
        // Without intervals every run of the clock is marked separately; a trial is observed in its own run.
        List<double[][]> all = intervals.isEmpty() ? List.<double[][]>of(new double[0][]) : intervals;
        int[] observing = new int[windows.trials() * windows.bins()];
        all.forEach(one -> mark(merged(one), windows, observing));
        if (intervals.isEmpty()) {
            for (int run = 0; run < counts.firstS().length; run++) {
                mark(List.of(recording(counts, run)), windows.where(trialsOf(counts, run)), observing);
            }
        }
        boolean[] observed = new boolean[observing.length];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = observing[i] == all.size();
        }
        exclude(invalid, windows, observed);
        note(observed, observing, windows, !intervals.isEmpty(), notes);
        return new Mask(windows.trials(), windows.bins(), observed);
    }

    private static double[] recording(SpikeCounts counts, int run) {
        double first = counts.firstS()[run];
        double last = counts.lastS()[run];
        double silence = SILENCE * (last - first) / Math.max(1, counts.spikes());
        double from = first - silence;
        // Recordings begin at time zero, unless the file has earlier spikes.
        return new double[] {first >= 0 ? Math.max(0, from) : from, last + silence};
    }

    private static boolean[] trialsOf(SpikeCounts counts, int run) {
        boolean[] chosen = new boolean[counts.trialRuns().length];
        for (int trial = 0; trial < chosen.length; trial++) {
            chosen[trial] = counts.trialRuns()[trial] == run;
        }
        return chosen;
    }

    private static List<double[]> merged(double[][] intervals) {
        List<double[]> merged = new ArrayList<>();
        double[][] sorted = Arrays.stream(intervals)
                .filter(i -> Double.isFinite(i[0]) && i[1] >= i[0])
                .sorted(Comparator.comparingDouble(i -> i[0]))
                .toArray(double[][]::new);
        for (double[] next : sorted) {
            double[] last = merged.isEmpty() ? next : merged.getLast();
            if (!merged.isEmpty() && next[0] <= last[1] + TOUCHING_S) {
                last[1] = Math.max(last[1], next[1]);
            } else {
                merged.add(next.clone());
            }
        }
        return merged;
    }

    /** Adds one to the bins that are wholly inside an interval. */
    private static void mark(List<double[]> intervals, TrialWindows windows, int[] observing) {
        double[] starts = intervals.stream().mapToDouble(i -> i[0]).toArray();
        for (int trial : windows.byTime()) {
            for (int bin = 0; bin < windows.bins(); bin++) {
                double from = windows.startS(trial, bin) + TOUCHING_S;
                int at = Arrays.binarySearch(starts, from);
                int k = at >= 0 ? at : -at - 2;
                if (k >= 0 && windows.startS(trial, bin + 1) <= intervals.get(k)[1] + TOUCHING_S) {
                    observing[trial * windows.bins() + bin]++;
                }
            }
        }
    }

    private static void exclude(double[][] invalid, TrialWindows windows, boolean[] observed) {
        for (double[] span : invalid) {
            for (int trial : windows.byTime()) {
                for (int bin = 0; bin < windows.bins(); bin++) {
                    if (windows.startS(trial, bin) < span[1] - TOUCHING_S
                            && windows.startS(trial, bin + 1) > span[0] + TOUCHING_S) {
                        observed[trial * windows.bins() + bin] = false;
                    }
                }
            }
        }
    }

    private static void note(
            boolean[] observed, int[] observing, TrialWindows windows, boolean intervals, ReadingNotes notes) {
        int all = windows.byTime().length * windows.bins();
        int both = 0;
        int some = 0;
        for (int i = 0; i < observed.length; i++) {
            both += observed[i] ? 1 : 0;
            some += observing[i] > 0 ? 1 : 0;
        }
        if (both == 0) {
            throw new InputError(
                    some > 0
                            ? "No bin of any trial was recorded for all chosen units at once ('obs_intervals'): leave"
                                    + " out units with \"exclude_units\" in a mapping."
                            : "No trial is in the time that was recorded: check that trials and spikes use the same"
                                    + " clock (\"time_unit\" in a mapping), and check the choice of trials and window.");
        }
        if (both < all) {
            notes.notice(
                    "unobserved-bins",
                    (all - both) + " of " + all + " bins are outside the recorded time ("
                            + (intervals
                                    ? "'obs_intervals' of the chosen units"
                                    : "first to last spike of any unit, and not before time 0")
                            + ", 'invalid_times'): they count as missing, not as silent.");
        }
        if (some > 2 * both) {
            notes.warning(
                    "units-observed-apart",
                    "Only " + both + " of the " + some
                            + " bins in which some unit was recorded were recorded for all units: with"
                            + " \"exclude_units\" in a mapping, leave out units that were recorded only briefly.");
        }
    }
}
