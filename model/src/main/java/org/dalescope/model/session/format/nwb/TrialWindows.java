package org.dalescope.model.session.format.nwb;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.dalescope.model.session.TimeAxis;

/**
 * The bins of every NWB trial in the session's time: equal, half-open windows around an event.
 *
 * @param alignS time zero of every trial in seconds; NaN if the trial has none
 * @param byTime trials that have a time zero, earliest first
 */
record TrialWindows(double[] alignS, double startMs, double binMs, int bins, int[] byTime) {
    /**
     * Times within a nanosecond of a bin's edge belong to the bin that begins there, because the difference is only
     * rounding.
     */
    private static final double EDGE_MS = 1e-6;

    /** Receives every bin that contains a moment. */
    @FunctionalInterface
    interface Visitor {
        void in(int trial, int bin);
    }

    static TrialWindows of(double[] alignS, double startMs, double binMs, int bins) {
        int[] byTime = IntStream.range(0, alignS.length)
                .filter(trial -> Double.isFinite(alignS[trial]))
                .boxed()
                .sorted(Comparator.comparingDouble(trial -> alignS[trial]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new TrialWindows(alignS, startMs, binMs, bins, byTime);
    }

    /** The same bins, in which the trials that are not chosen have no time zero. */
    TrialWindows where(boolean[] chosen) {
        double[] kept = alignS.clone();
        for (int trial = 0; trial < kept.length; trial++) {
            kept[trial] = chosen[trial] ? kept[trial] : Double.NaN;
        }
        return of(kept, startMs, binMs, bins);
    }

    int trials() {
        return alignS.length;
    }

    double lengthMs() {
        return bins * binMs;
    }

    TimeAxis axis(String event) {
        return new TimeAxis(binMs, startMs + binMs / 2, bins, event);
    }

    /** Start of a bin in seconds. */
    double startS(int trial, int bin) {
        return alignS[trial] + (startMs + bin * binMs) / 1000;
    }

    /**
     * The bin of a trial that contains a moment; below 0 or past the last bin if the moment is outside, NaN for NaN.
     */
    double binOf(int trial, double timeS) {
        return Math.floor(since(timeS, trial) / binMs);
    }

    /** Visits every bin that contains a moment; windows may overlap. */
    void at(double timeS, Visitor visitor) {
        for (int k = before(timeS); k >= 0; k--) {
            int trial = byTime[k];
            double sinceMs = since(timeS, trial);
            if (sinceMs >= lengthMs()) {
                return;
            }
            if (sinceMs >= 0) {
                visitor.in(trial, Math.min(bins - 1, (int) (sinceMs / binMs)));
            }
        }
    }

    /** Visits every bin whose centre is after one moment and not after another. */
    void centresIn(double afterS, double untilS, Visitor visitor) {
        for (int k = before(untilS); k >= 0; k--) {
            int trial = byTime[k];
            if (since(afterS, trial) >= lengthMs()) {
                return;
            }
            int first = Math.max(0, (int) Math.floor(since(afterS, trial) / binMs - 0.5) + 1);
            int last = Math.min(bins - 1, (int) Math.floor(since(untilS, trial) / binMs - 0.5));
            for (int bin = first; bin <= last; bin++) {
                visitor.in(trial, bin);
            }
        }
    }

    private double since(double timeS, int trial) {
        return (timeS - alignS[trial]) * 1000 - startMs + EDGE_MS;
    }

    /** The last trial, in order of time, whose window has begun. */
    private int before(double timeS) {
        double zero = timeS - (startMs - EDGE_MS) / 1000;
        int low = 0;
        int high = byTime.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (alignS[byTime[middle]] <= zero) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
