package org.dalescope.model.session.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;

/**
 * Checks the spike clock for several file formats: detects where it restarts, from the spike times of the units in the
 * file's order. Times before and after a restart are on two clocks: the same second then means two moments, and
 * counting both would mix them.
 */
public final class SpikeClockDetector {
    /** The code of the finding. */
    public static final String CODE = "clock-runs-backwards";

    /** A step back by less than this, in seconds, is an unsorted spike. */
    private static final double JUMP_S = 1;

    /** A list that goes back more often than this is unsorted; clocks do not restart so often. */
    private static final int MOST_RESTARTS = 5;

    /** A unit that is expected to fire this often after the jump, but shows no jump, is evidence against a restart. */
    private static final double EXPECTED = 5;

    private final int[] run;
    private final long[] spikes;
    private final long[] after;
    private final double[] first;
    private final double[] last;
    private final double[] from;
    private final double[] to;

    /** Creates a detector for this number of units. */
    public SpikeClockDetector(int units) {
        run = new int[units];
        spikes = new long[units];
        after = new long[units];
        first = new double[units];
        last = filled(units);
        from = filled(units);
        to = filled(units);
    }

    /**
     * Adds the next spike of a unit.
     *
     * @return the run of the clock that the spike belongs to, counted from 0
     */
    public int next(int unit, double timeS) {
        if (spikes[unit] == 0) {
            first[unit] = timeS;
        } else if (timeS < last[unit] - JUMP_S) {
            run[unit]++;
            if (run[unit] == 1) {
                from[unit] = last[unit];
                to[unit] = timeS;
            }
        }
        last[unit] = timeS;
        spikes[unit]++;
        after[unit] += run[unit] > 0 ? 1 : 0;
        return run[unit];
    }

    /** The verdict over all units, after all spikes were added. */
    public Verdict verdict() {
        int[] jumping = units(u -> run[u] > 0);
        int[] few = units(u -> run[u] > 0 && run[u] <= MOST_RESTARTS);
        double laterS = Arrays.stream(few)
                .mapToDouble(u -> Math.abs(last[u] - to[u]))
                .sorted()
                .skip(few.length / 2)
                .findFirst()
                .orElse(0);
        int[] steady = units(u -> run[u] == 0
                && spikes[u] > 1
                && last[u] > first[u]
                && spikes[u] / (last[u] - first[u]) * laterS >= EXPECTED);
        return new Verdict(
                few.length > 0 && 2 * few.length > jumping.length && few.length > steady.length,
                jumping.length,
                units(u -> spikes[u] > 0).length,
                1 + Arrays.stream(few).map(u -> run[u]).max().orElse(0),
                Arrays.stream(jumping).mapToDouble(u -> from[u]).max().orElse(Double.NaN),
                Arrays.stream(jumping).mapToDouble(u -> to[u]).min().orElse(Double.NaN),
                Arrays.stream(jumping).mapToLong(u -> after[u]).sum(),
                Arrays.stream(jumping).map(u -> run[u]).max().orElse(0));
    }

    /**
     * The run of the clock that every trial belongs to according to the trials' own times, counted from 0; all 0 if the
     * trial times go back more often than a clock restarts.
     */
    public static int[] runsOf(double[] trialsS) {
        SpikeClockDetector clock = new SpikeClockDetector(1);
        int[] runs = new int[trialsS.length];
        int now = 0;
        for (int trial = 0; trial < runs.length; trial++) {
            now = Double.isFinite(trialsS[trial]) ? clock.next(0, trialsS[trial]) : now;
            runs[trial] = now;
        }
        return now > MOST_RESTARTS ? new int[runs.length] : runs;
    }

    /**
     * The verdict on whether the recording clock restarts.
     *
     * @param restarts whether it restarts; otherwise times that run backwards are only unsorted
     * @param units number of units whose times run backwards
     * @param active number of units with spikes
     * @param runs number of runs of the clock
     * @param fromS the latest time before the first jump
     * @param toS the earliest time after it
     * @param after spikes after the first jump, over all units
     * @param steps the most jumps of one unit
     */
    public record Verdict(
            boolean restarts, int units, int active, int runs, double fromS, double toS, long after, int steps) {
        /** Whether the trials' own times restart as often. */
        public boolean agreesWith(int[] trialRuns) {
            return 1 + Arrays.stream(trialRuns).max().orElse(0) == runs;
        }

        /**
         * The last trial of the first run that began before the jump; empty if there is none.
         *
         * @param trialsS start or event time of every trial
         * @param trialRuns the run of the clock that every trial belongs to
         */
        public OptionalInt lastTrial(double[] trialsS, int[] trialRuns) {
            return IntStream.range(0, trialsS.length)
                    .filter(trial -> trialRuns[trial] == 0 && trialsS[trial] <= fromS)
                    .reduce((before, last) -> last);
        }

        /**
         * The finding for the user; empty if no times run backwards.
         *
         * @param trial the last trial that began before the jump, as text; empty if there is none
         * @param trialsToo whether the trials' own times restart as often, so that each trial has the spikes of its run
         */
        public Optional<Finding> finding(String trial, boolean trialsToo) {
            if (units == 0) {
                return Optional.empty();
            }
            String jump = String.format(
                    Locale.ROOT,
                    "Spike times run backwards in %d of %d units: from %.3f to %.3f s%s. ",
                    units,
                    active,
                    fromS,
                    toS,
                    trial.isEmpty() ? "" : ", after trial " + trial + " began");
            if (!restarts) {
                return Optional.of(
                        steps > MOST_RESTARTS
                                ? Finding.notice(
                                        "spike-times-unsorted",
                                        jump + "The times are not sorted; all spikes are counted.")
                                : Finding.warning(
                                        CODE,
                                        jump + "The other units show no such jump, so these lists are taken as unsorted"
                                                + " and all spikes are counted: if that is right, sort them; otherwise"
                                                + " leave these units out."));
            }
            return Optional.of(Finding.warning(
                    CODE,
                    jump + "The clock restarts there"
                            + (trialsToo
                                    ? ", and so do the trials' times: every trial has the spikes of its own part."
                                    : ", but the trials' times do not: every trial has the spikes before it, and the "
                                            + after
                                            + " spikes after it are on a different clock than the trials and are not"
                                            + " counted.")
                            + " Split the file there, or write all times on one clock."));
        }
    }

    private int[] units(IntPredicate which) {
        return IntStream.range(0, run.length).filter(which).toArray();
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
