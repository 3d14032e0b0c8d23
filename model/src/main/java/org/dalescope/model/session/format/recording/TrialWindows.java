package org.dalescope.model.session.format.recording;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.dalescope.model.session.TimeAxis;

/**
 * The bins of every trial in the session's time: equal, half-open windows around an event.
 *
 * @param alignS time zero of every trial in seconds; NaN if the trial has none
 * @param edgeMs times up to this much before a bin's edge belong to the bin that begins there, because the difference
 *     is only rounding
 * @param byTime trials that have a time zero, earliest first
 */
public record TrialWindows(double[] alignS, double startMs, double binMs, int bins, double edgeMs, int[] byTime) {

    private static final double ROUNDING_MS = 1e-6;

    /** Receives every bin that contains a moment. */
    @FunctionalInterface
    public interface Visitor {
        void in(int trial, int bin);
    }

    static TrialWindows of(double[] alignS, double startMs, double binMs, int bins, double edgeMs) {
        int[] byTime = IntStream.range(0, alignS.length)
                .filter(trial -> Double.isFinite(alignS[trial]))
                .boxed()
                .sorted(Comparator.comparingDouble(trial -> alignS[trial]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new TrialWindows(alignS, startMs, binMs, bins, edgeMs, byTime);
    }

    /** The same bins, in which the trials that are not chosen have no time zero. */
    public TrialWindows where(boolean[] chosen) {
        double[] kept = alignS.clone();
        for (int trial = 0; trial < kept.length; trial++) {
            kept[trial] = chosen[trial] ? kept[trial] : Double.NaN;
        }
        return of(kept, startMs, binMs, bins, edgeMs);
    }

    public int trials() {
        return alignS.length;
    }

    public double lengthMs() {
        return bins * binMs;
    }

    public TimeAxis axis(String event) {
        return new TimeAxis(binMs, startMs + binMs / 2, bins, event);
    }

    /** Start of a bin in seconds. */
    public double startS(int trial, int bin) {
        return alignS[trial] + (startMs + bin * binMs) / 1000;
    }

    /**
     * The bin of a trial that contains a moment; below 0 or past the last bin if the moment is outside, NaN for NaN.
     */
    public double binOf(int trial, double timeS) {
        return Math.floor(since(timeS, trial) / binMs);
    }

    /** Visits every bin that contains a moment; windows may overlap. */
    public void at(double timeS, Visitor visitor) {
        atMs(timeS * 1000, visitor);
    }

    /** The same for a moment in ms of the session. */
    void atMs(double timeMs, Visitor visitor) {
        for (int k = before(timeMs / 1000); k >= 0; k--) {
            int trial = byTime[k];
            double sinceMs = sinceMs(timeMs, trial);
            if (sinceMs >= lengthMs()) {
                return;
            }
            if (sinceMs >= 0) {
                visitor.in(trial, Math.min(bins - 1, (int) (sinceMs / binMs)));
            }
        }
    }

    /** Visits every bin whose centre is after one moment and not after another. */
    public void centresIn(double afterS, double untilS, Visitor visitor) {
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
        return sinceMs(timeS * 1000, trial);
    }

    private double sinceMs(double timeMs, int trial) {
        return timeMs - alignS[trial] * 1000 - startMs + edgeMs;
    }

    /** The last trial, in order of time, whose window has begun. */
    private int before(double timeS) {
        // Rounding may put the first trial on either side: at() and centresIn() check every trial again.
        double zero = timeS - (startMs - edgeMs - ROUNDING_MS) / 1000;
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
