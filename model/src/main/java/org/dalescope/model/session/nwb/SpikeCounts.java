package org.dalescope.model.session.nwb;

import io.jhdf.api.Dataset;
import java.util.stream.IntStream;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.ReadingWatch;

/**
 * Spikes of the chosen units counted in the trials' bins.
 *
 * @param rates sp/s, {@code [trial][bin][neuron]}
 * @param firstS first spike of any chosen unit, in seconds
 * @param lastS last one
 * @param spikes how many the chosen units have in the whole session
 */
record SpikeCounts(float[] rates, double firstS, double lastS, long spikes) {
    /** Streams the spike times block by block; blocks without a chosen unit are not read. */
    static SpikeCounts of(Units units, TrialWindows windows, double unitS, ReadingWatch watch) {
        Dataset times = units.table().dataset(Units.SPIKE_TIMES).orElseThrow();
        if (times.getDimensionsAsLong().length != 1) {
            throw new Refusal(times.getPath() + " has " + times.getDimensionsAsLong().length
                    + " axes where one list of times is expected; check how the file was written.");
        }
        UnitSpans spans = UnitSpans.of(units);
        Counter counter = new Counter(windows, units.rows().length, unitS);
        if (IntStream.range(0, spans.to().length).anyMatch(unit -> spans.to()[unit] > spans.from()[unit])) {
            read(HdfBlocks.of(times), spans, counter, watch);
        }
        return counter.counts();
    }

    private static void read(HdfBlocks blocks, UnitSpans spans, Counter counter, ReadingWatch watch) {
        // Rows of the table lie one after the other in the file: the units of a block are neighbours.
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

    /** Counts up while the file is read. */
    private static final class Counter {
        private final TrialWindows windows;
        private final int neurons;
        private final double unitS;
        private final float perSpike;
        private final float[] rates;
        private double first = Double.POSITIVE_INFINITY;
        private double last = Double.NEGATIVE_INFINITY;
        private long spikes;

        Counter(TrialWindows windows, int neurons, double unitS) {
            this.windows = windows;
            this.neurons = neurons;
            this.unitS = unitS;
            this.perSpike = (float) (1000 / windows.binMs());
            this.rates = new float[windows.trials() * windows.bins() * neurons];
        }

        void add(int unit, double[] times, int begin, int end) {
            for (int i = begin; i < end; i++) {
                double time = times[i] * unitS;
                if (!Double.isFinite(time)) {
                    continue;
                }
                first = Math.min(first, time);
                last = Math.max(last, time);
                windows.at(time, (trial, bin) -> rates[(trial * windows.bins() + bin) * neurons + unit]++);
            }
            spikes += end - begin;
        }

        SpikeCounts counts() {
            for (int i = 0; i < rates.length; i++) {
                rates[i] *= perSpike;
            }
            return new SpikeCounts(rates, first, last, spikes);
        }
    }
}
