package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.SpikeClockDetector;

/**
 * The spikes of the chosen NWB units, counted in the trials' bins.
 *
 * @param rates sp/s, {@code [trial][bin][neuron]}
 * @param firstS first spike of any chosen unit, in seconds, for every run of the clock; one run unless it restarts
 * @param lastS last spike of any chosen unit, for every run
 * @param spikes number of spikes of the chosen units in the whole session
 * @param clock the verdict on whether the clock restarts
 * @param trialRuns the run of the clock that every trial belongs to; all 0 if it does not restart
 */
record NwbSpikeCounts(
        float[] rates,
        double[] firstS,
        double[] lastS,
        long spikes,
        SpikeClockDetector.Verdict clock,
        int[] trialRuns) {
    /** The most runs of the clock that are distinguished. */
    private static final int MOST_SPANS = 8;

    /** Streams the spike times block by block; blocks without a chosen unit are not read. */
    static NwbSpikeCounts of(SelectedUnits units, TrialWindows windows, double unitS, Progress watch) {
        Dataset times = units.table().dataset(SelectedUnits.SPIKE_TIMES).orElseThrow();
        if (times.getDimensionsAsLong().length != 1) {
            throw new InputError(times.getPath() + " has " + times.getDimensionsAsLong().length
                    + " axes, but must be one list of times: check how the file was written.");
        }
        RaggedSpans spans = RaggedSpans.of(units);
        Counter counter = new Counter(windows, units.rows().length, unitS);
        if (IntStream.range(0, spans.to().length).anyMatch(unit -> spans.to()[unit] > spans.from()[unit])) {
            read(Hdf5BlockReader.of(times), spans, counter, watch);
        }
        return counter.counts();
    }

    private static void read(Hdf5BlockReader blocks, RaggedSpans spans, Counter counter, Progress watch) {
        // The rows of the table are stored one after the other, so the units of a block are neighbours.
        int first = 0;
        for (int block = 0; block < blocks.count(); block++) {
            watch.at((double) block / blocks.count());
            long from = blocks.from(block);
            long to = blocks.to(block);
            while (first < spans.to().length && spans.to()[first] <= from) {
                first++;
            }
            if (first == spans.to().length) {
                return;
            }
            if (spans.from()[first] >= to) {
                continue;
            }
            double[] values = blocks.read(block);
            for (int unit = first; unit < spans.to().length && spans.from()[unit] < to; unit++) {
                int begin = (int) (Math.max(from, spans.from()[unit]) - from);
                int end = (int) (Math.min(to, spans.to()[unit]) - from);
                counter.add(unit, values, begin, end);
            }
        }
    }

    /** Whether the trials' own times restart as often as the spikes' times. */
    boolean trialsToo() {
        return 1 + Arrays.stream(trialRuns).max().orElse(0) == firstS.length;
    }

    /** Counts spikes while the file is read. */
    private static final class Counter {
        private final TrialWindows windows;
        private final int neurons;
        private final double unitS;
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

        Counter(TrialWindows windows, int neurons, double unitS) {
            this.windows = windows;
            this.neurons = neurons;
            this.unitS = unitS;
            this.perSpike = (float) (1000 / windows.binMs());
            this.rates = new float[windows.trials() * windows.bins() * neurons];
            this.trialRuns = SpikeClockDetector.runsOf(windows.alignS());
            this.clock = new SpikeClockDetector(neurons);
        }

        void add(int unit, double[] times, int begin, int end) {
            for (int i = begin; i < end; i++) {
                double time = times[i] * unitS;
                if (!Double.isFinite(time)) {
                    continue;
                }
                int run = clock.next(unit, time);
                span(run, time);
                windows.at(time, (trial, bin) -> {
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
            spikes += end - begin;
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

        NwbSpikeCounts counts() {
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
            return new NwbSpikeCounts(
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
}
