package org.dalescope.model.session.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;

/**
 * Watches the spike times of units in the order in which the file holds them, and tells where the clock starts again. Times
 * before and after such a place are on two clocks: the same second then means two moments, and counting both would mix them.
 */
public final class SpikeClockDetector {
    /** Stable name of what is found. */
    public static final String CODE = "clock-runs-backwards";

    /** A step back by less is an unsorted spike, in seconds. */
    private static final double JUMP_S = 1;

    /** A list that goes back more often is not sorted; clocks do not start again so often. */
    private static final int MOST_RESTARTS = 5;

    /** A unit that should have fired so often after the jump, and shows none, says that there was none. */
    private static final double EXPECTED = 5;

    private final int[] run;
    private final long[] spikes;
    private final long[] after;
    private final double[] first;
    private final double[] last;
    private final double[] from;
    private final double[] to;

    /** Watches so many units. */
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
     * Takes the next spike of a unit.
     *
     * @return which run of the clock it belongs to, counted from 0
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

    /** What the units say together, once all spikes are told. */
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
     * Which run of the clock every trial belongs to by the trials' own times, counted from 0; all 0 where the trials are not
     * in the order of time but for a few restarts.
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
     * Whether the clock starts again.
     *
     * @param restarts whether it does; else times that run backwards are only unsorted
     * @param units how many units have times that run backwards
     * @param active how many have spikes
     * @param runs how many times the clock runs
     * @param fromS the latest time before the first jump
     * @param toS the earliest time after it
     * @param after spikes after the first jump, over all units
     * @param steps most jumps of one unit
     */
    public record Verdict(
            boolean restarts, int units, int active, int runs, double fromS, double toS, long after, int steps) {
        /** Whether the trials' own times start again as often. */
        public boolean agreesWith(int[] trialRuns) {
            return 1 + Arrays.stream(trialRuns).max().orElse(0) == runs;
        }

        /**
         * The last trial of the first run that began before the jump; empty where there is none.
         *
         * @param trialsS start, or event, of every trial
         * @param trialRuns which run of the clock every trial belongs to
         */
        public OptionalInt lastTrial(double[] trialsS, int[] trialRuns) {
            return IntStream.range(0, trialsS.length)
                    .filter(trial -> trialRuns[trial] == 0 && trialsS[trial] <= fromS)
                    .reduce((before, last) -> last);
        }

        /**
         * What a reader must know of it.
         *
         * @param trial the last trial that began before the jump, in words; empty where there is none
         * @param trialsToo whether the trials' own times start again as often, so that each trial has the spikes of its run
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
                                ? Finding.notice("spike-times-unsorted", jump + "They are not sorted; all are counted.")
                                : Finding.warning(
                                        CODE,
                                        jump + "The other units show no such jump, so these lists are taken as unsorted"
                                                + " and all spikes are counted: sort them if that is right, else leave"
                                                + " these units out."));
            }
            return Optional.of(Finding.warning(
                    CODE,
                    jump + "The clock starts again there"
                            + (trialsToo
                                    ? ", and so do the trials' times: every trial has the spikes of its own part."
                                    : ", but not the trials' times: every trial has the spikes before it, and the "
                                            + after
                                            + " spikes after it are on another clock than the trials and are not counted.")
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
