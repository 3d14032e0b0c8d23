package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.session.format.SpikeClockDetector;

/** Counts the spikes of units in the bins of trials while a file is read. */
public final class SpikeCounter {
    /** The most runs of the clock that are distinguished. */
    private static final int MOST_SPANS = 8;

    private final TrialWindows windows;
    private final int neurons;
    private final double unitsPerMs;
    private final float perSpike;
    private final float[] rates;
    private final int[] trialRuns;
    private final SpikeClockDetector clock;
    private final List<double[]> spans = new ArrayList<>();
    private long spikes;

    /** Counts of spikes of the first run in trials of a later run; empty until there is one. */
    private float[] early = new float[0];

    /** Counts of all other spikes in trials of a different run of the clock; empty until there is one. */
    private float[] mixed = new float[0];

    /**
     * Creates a counter without spikes.
     *
     * @param unitS seconds per unit of the spike times
     */
    public SpikeCounter(TrialWindows windows, int neurons, double unitS) {
        this.windows = windows;
        this.neurons = neurons;
        this.unitsPerMs = 1 / unitS / 1000;
        this.perSpike = (float) (1000 / windows.binMs());
        this.rates = new float[windows.trials() * windows.bins() * neurons];
        this.trialRuns = SpikeClockDetector.runsOf(windows.alignS());
        this.clock = new SpikeClockDetector(neurons);
    }

    /** Adds the spikes of a unit from {@code begin} to before {@code end}. */
    public void add(int unit, double[] times, int begin, int end) {
        for (int i = begin; i < end; i++) {
            add(unit, times[i]);
        }
    }

    /** Adds a spike of a unit. */
    public void add(int unit, double spikeTime) {
        spikes++;
        // Division by a whole sampling rate is exact to the last digit; multiplication by its inverse is not.
        double timeMs = spikeTime / unitsPerMs;
        double time = timeMs / 1000;
        if (!Double.isFinite(time)) {
            return;
        }
        int run = clock.next(unit, time);
        span(run, time);
        windows.atMs(timeMs, (trial, bin) -> {
            int at = (trial * windows.bins() + bin) * neurons + unit;
            if (trialRuns[trial] == run) {
                rates[at]++;
            } else if (run == 0) {
                early = early.length == 0 ? new float[rates.length] : early;
                early[at]++;
            } else {
                mixed = mixed.length == 0 ? new float[rates.length] : mixed;
                mixed[at]++;
            }
        });
    }

    private void span(int run, double time) {
        // A list that goes back more often is unsorted: its further times share the last span.
        int at = Math.min(run, MOST_SPANS - 1);
        while (spans.size() <= at) {
            spans.add(new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        }
        spans.get(at)[0] = Math.min(spans.get(at)[0], time);
        spans.get(at)[1] = Math.max(spans.get(at)[1], time);
    }

    private void add(float[] more) {
        for (int i = 0; i < more.length; i++) {
            rates[i] += more[i];
        }
    }

    /**
     * Keeps the first run only. A trial table that is sorted by condition also goes back, so the run of a trial is
     * not known.
     */
    private void firstRunOnly() {
        int size = windows.bins() * neurons;
        for (int trial = 0; trial < trialRuns.length; trial++) {
            if (trialRuns[trial] > 0) {
                Arrays.fill(rates, trial * size, (trial + 1) * size, 0);
                trialRuns[trial] = 0;
            }
        }
        add(early);
    }

    /** The counts of all spikes that were added; the counter must not be used afterwards. */
    public SpikeCounts counts() {
        SpikeClockDetector.Verdict verdict = clock.verdict();
        if (!verdict.restarts()) {
            add(early);
            add(mixed);
        } else if (!verdict.agreesWith(trialRuns)) {
            firstRunOnly();
        }
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= perSpike;
        }
        List<double[]> told =
                verdict.restarts() ? spans.subList(0, Math.min(verdict.runs(), spans.size())) : List.of(overall());
        return new SpikeCounts(
                rates,
                told.stream().mapToDouble(span -> span[0]).toArray(),
                told.stream().mapToDouble(span -> span[1]).toArray(),
                spikes,
                verdict,
                verdict.restarts() ? trialRuns : new int[windows.trials()]);
    }

    /** From the first spike of any run to the last. */
    private double[] overall() {
        return new double[] {
            spans.stream().mapToDouble(span -> span[0]).min().orElse(Double.POSITIVE_INFINITY),
            spans.stream().mapToDouble(span -> span[1]).max().orElse(Double.NEGATIVE_INFINITY)
        };
    }
}
