package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.recording.SelectedUnits;
import org.dalescope.model.session.format.recording.SpikeCounter;
import org.dalescope.model.session.format.recording.SpikeCounts;
import org.dalescope.model.session.format.recording.TrialWindows;

/** Reads the spike times of an NWB units table. */
final class NwbSpikes {
    static final String SPIKE_TIMES = "spike_times";

    private NwbSpikes() {}

    /** Streams the spike times block by block; blocks without a chosen unit are not read. */
    static SpikeCounts count(NwbTable table, SelectedUnits units, TrialWindows windows, double unitS, Progress watch) {
        Dataset times = table.dataset(SPIKE_TIMES).orElseThrow();
        if (times.getDimensionsAsLong().length != 1) {
            throw new InputError(times.getPath() + " has " + times.getDimensionsAsLong().length
                    + " axes, but must be one list of times: check how the file was written.");
        }
        RaggedSpans spans = RaggedSpans.of(table, units, SPIKE_TIMES);
        SpikeCounter counter = new SpikeCounter(windows, units.rows().length, unitS);
        if (IntStream.range(0, spans.to().length).anyMatch(unit -> spans.to()[unit] > spans.from()[unit])) {
            read(Hdf5BlockReader.of(times), spans, counter, watch);
        }
        return counter.counts();
    }

    private static void read(Hdf5BlockReader blocks, RaggedSpans spans, SpikeCounter counter, Progress watch) {
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
}
