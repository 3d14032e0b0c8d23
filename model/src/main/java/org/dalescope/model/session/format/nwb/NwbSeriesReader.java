package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.recording.SeriesBins;
import org.dalescope.model.session.format.recording.SeriesSampler;
import org.dalescope.model.session.format.recording.TrialWindows;

/** Reads the samples of an NWB time series into the trials' bins. */
final class NwbSeriesReader {
    private NwbSeriesReader() {}

    static SeriesBins of(NwbTimeSeries series, TrialWindows windows, Progress watch) {
        Dataset data = series.data();
        Times times = Times.of(series);
        Hdf5BlockReader blocks = Hdf5BlockReader.of(data);
        if (times.count() != blocks.rows()) {
            throw new InputError("it has " + times.count() + " timestamps for " + blocks.rows() + " samples.");
        }
        SeriesSampler sampler = new SeriesSampler(windows, blocks.columns(), times.intervalS());
        for (int block = 0; block < blocks.count(); block++) {
            watch.at((double) block / blocks.count());
            double[] values = blocks.read(block);
            double[] at = times.read(blocks.from(block), (int) (blocks.to(block) - blocks.from(block)));
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] * series.conversion() + series.offset();
            }
            sampler.add(at, values);
        }
        return sampler.bins();
    }

    /** The times of the samples. */
    private sealed interface Times {
        static Times of(NwbTimeSeries series) {
            if (series.timestamps().isPresent()) {
                return new Listed(series.timestamps().get());
            }
            if (!(series.rateHz() > 0)) {
                throw new InputError("it has neither timestamps nor a sampling rate above 0.");
            }
            return new Regular(series.startS(), series.rateHz(), series.samples());
        }

        long count();

        /** The usual interval between samples. */
        double intervalS();

        double[] read(long from, int count);
    }

    private record Regular(double startS, double rateHz, long count) implements Times {
        @Override
        public double intervalS() {
            return 1 / rateHz;
        }

        @Override
        public double[] read(long from, int length) {
            double[] times = new double[length];
            Arrays.setAll(times, i -> startS + (from + i) / rateHz);
            return times;
        }
    }

    private record Listed(Dataset timestamps) implements Times {
        private static final int SAMPLE = 10_000;

        @Override
        public long count() {
            return Hdf5DatasetValues.size(timestamps);
        }

        @Override
        public double intervalS() {
            return SeriesSampler.intervalS(read(0, (int) Math.min(SAMPLE, count())));
        }

        @Override
        public double[] read(long from, int length) {
            return length == 0 ? new double[0] : Hdf5DatasetValues.numbers(timestamps, from, length, 1);
        }
    }
}
