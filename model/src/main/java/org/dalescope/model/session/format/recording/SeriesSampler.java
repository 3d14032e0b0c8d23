package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import org.dalescope.model.common.InputError;

/**
 * Resamples a time series to the trials' bins. A bin gets the mean of its samples; a bin without samples gets the value
 * at its centre on the line between the neighbouring samples, or NaN if these are too far apart, or before the first
 * sample or after the last. If all samples are 1, they mark moments (licks, rewards), and a bin without a sample is 0.
 */
public final class SeriesSampler {
    /**
     * Two samples have a gap between them if they are farther apart than this many usual intervals and this many bins.
     */
    private static final double GAP_INTERVALS = 3;

    private static final double GAP_BINS = 2;

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

    /**
     * Creates a sampler without samples.
     *
     * @param columns numbers per sample
     * @param intervalS the usual interval between samples
     */
    public SeriesSampler(TrialWindows windows, int columns, double intervalS) {
        this.windows = windows;
        this.columns = columns;
        this.gapS = Math.max(GAP_INTERVALS * intervalS, GAP_BINS * windows.binMs() / 1000);
        int bins = windows.trials() * windows.bins();
        sums = new double[columns][bins];
        lines = new double[columns][bins];
        counts = new int[columns][bins];
        last = new double[columns];
        Arrays.stream(lines).forEach(line -> Arrays.fill(line, Double.NaN));
    }

    /** The usual interval between samples: the median of those of a part of their times; 0 for fewer than two. */
    public static double intervalS(double[] timesS) {
        double[] steps = new double[Math.max(0, timesS.length - 1)];
        Arrays.setAll(steps, i -> timesS[i + 1] - timesS[i]);
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /**
     * Adds samples in the order of time.
     *
     * @param values {@code [sample][column]}
     * @throws InputError if a time is before an earlier one
     */
    public void add(double[] times, double[] values) {
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

    /** The bins of all samples; the sampler must not be used afterwards. */
    public SeriesBins bins() {
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
