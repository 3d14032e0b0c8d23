package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.recording.TrialWindows;

/**
 * An NWB time series resampled to the trials' bins. A bin gets the mean of its samples; a bin without samples gets the
 * value at its centre on the line between the neighbouring samples, or NaN if these are too far apart, or before the
 * first sample or after the last. If all samples are 1, they mark moments (licks, rewards), and a bin without a sample
 * is 0.
 *
 * @param values {@code [column][trial * bin]}
 * @param binary whether every sample is 0 or 1
 */
record SeriesBins(double[][] values, boolean binary) {
    /**
     * Two samples have a gap between them if they are farther apart than this many usual intervals and this many bins.
     */
    private static final double GAP_INTERVALS = 3;

    private static final double GAP_BINS = 2;

    static SeriesBins of(NwbTimeSeries series, TrialWindows windows, Progress watch) {
        Dataset data = series.data();
        Times times = Times.of(series);
        Hdf5BlockReader blocks = Hdf5BlockReader.of(data);
        if (times.count() != blocks.rows()) {
            throw new InputError("it has " + times.count() + " timestamps for " + blocks.rows() + " samples.");
        }
        Sampler sampler = new Sampler(
                windows,
                blocks.columns(),
                Math.max(GAP_INTERVALS * times.intervalS(), GAP_BINS * windows.binMs() / 1000));
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
            double[] sample = read(0, (int) Math.min(SAMPLE, count()));
            double[] steps = new double[Math.max(0, sample.length - 1)];
            Arrays.setAll(steps, i -> sample[i + 1] - sample[i]);
            Arrays.sort(steps);
            return steps.length == 0 ? 0 : steps[steps.length / 2];
        }

        @Override
        public double[] read(long from, int length) {
            return length == 0 ? new double[0] : Hdf5DatasetValues.numbers(timestamps, from, length, 1);
        }
    }

    /** Resamples samples that are added in the order of time. */
    private static final class Sampler {
        private final TrialWindows windows;
        private final int columns;
        private final double gapS;
        private final double[][] sums;
        private final double[][] lines;
        private final int[][] counts;
        private final double[] last;
        private double lastS = Double.NEGATIVE_INFINITY;
        private boolean binary = true;
        private boolean marks = true;

        Sampler(TrialWindows windows, int columns, double gapS) {
            this.windows = windows;
            this.columns = columns;
            this.gapS = gapS;
            int bins = windows.trials() * windows.bins();
            sums = new double[columns][bins];
            lines = new double[columns][bins];
            counts = new int[columns][bins];
            last = new double[columns];
            Arrays.stream(lines).forEach(line -> Arrays.fill(line, Double.NaN));
        }

        void add(double[] times, double[] values) {
            for (int i = 0; i < times.length; i++) {
                double time = times[i];
                if (!Double.isFinite(time)) {
                    continue;
                }
                if (time < lastS) {
                    throw new InputError("it has timestamps that go back in time.");
                }
                sample(time, values, i * columns);
                System.arraycopy(values, i * columns, last, 0, columns);
                lastS = time;
            }
        }

        private void sample(double time, double[] values, int at) {
            windows.at(time, (trial, bin) -> {
                for (int column = 0; column < columns; column++) {
                    double value = values[at + column];
                    if (Double.isFinite(value)) {
                        sums[column][trial * windows.bins() + bin] += value;
                        counts[column][trial * windows.bins() + bin]++;
                        binary &= value == 0 || value == 1;
                        marks &= value == 1;
                    }
                }
            });
            if (time > lastS && time - lastS <= gapS) {
                windows.centresIn(lastS, time, (trial, bin) -> {
                    double centre = windows.startS(trial, bin) + windows.binMs() / 2000;
                    double share = Math.clamp((centre - lastS) / (time - lastS), 0, 1);
                    for (int column = 0; column < columns; column++) {
                        lines[column][trial * windows.bins() + bin] =
                                last[column] + share * (values[at + column] - last[column]);
                    }
                });
            }
        }

        SeriesBins bins() {
            marks &= Arrays.stream(counts[0]).anyMatch(count -> count > 0);
            for (int column = 0; column < columns; column++) {
                for (int i = 0; i < sums[column].length; i++) {
                    int count = counts[column][i];
                    double between = marks ? 0 : lines[column][i];
                    sums[column][i] = count == 0 ? between : sums[column][i] / count;
                }
            }
            return new SeriesBins(sums, binary);
        }
    }
}
