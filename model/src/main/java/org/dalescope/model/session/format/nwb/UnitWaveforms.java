package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.session.format.recording.MeanWaveform;
import org.dalescope.model.session.format.recording.TableColumn;

/**
 * The trough-to-peak times of the mean waveforms in an NWB units table: {@code waveform_mean}, {@code [unit][sample]} or
 * {@code [unit][sample][electrode]}, whose attribute {@code sampling_rate} is in Hz.
 */
final class UnitWaveforms {
    /** Waveforms are read in blocks of about this many values. */
    private static final int BLOCK_VALUES = 1 << 20;

    private static final String MEAN = "waveform_mean";

    private UnitWaveforms() {}

    /** The column of the times in ms, which is read when it is first needed; empty if the table has no such waveforms. */
    static Optional<Lazy<TableColumn>> troughToPeakMs(NwbTable units) {
        if (units.isRagged(MEAN)) {
            return Optional.empty();
        }
        return units.dataset(MEAN).flatMap(dataset -> {
            long[] shape = dataset.getDimensionsAsLong();
            Optional<Double> rateHz =
                    Hdf5Tree.number(dataset, "sampling_rate").filter(rate -> rate > 0 && Double.isFinite(rate));
            long perUnit = shape.length == 2 ? shape[1] : shape.length == 3 ? shape[1] * shape[2] : 0;
            boolean usable = shape.length > 0 && shape[0] == units.rows() && perUnit > 0 && perUnit <= BLOCK_VALUES;
            return usable ? rateHz.map(rate -> Lazy.of(() -> times(dataset, rate))) : Optional.empty();
        });
    }

    /**
     * Reads the times.
     *
     * @throws InputError if a damaged header claims more values than are possible
     */
    private static TableColumn times(Dataset dataset, double rateHz) {
        Hdf5DatasetValues.size(dataset);
        int[] shape = dataset.getDimensions();
        int channels = shape.length == 3 ? shape[2] : 1;
        int size = shape[1] * channels;
        int block = Math.max(1, BLOCK_VALUES / size);
        double[] times = new double[shape[0]];
        for (int from = 0; from < times.length; from += block) {
            int rows = Math.min(block, times.length - from);
            double[] values = Hdf5DatasetValues.numbers(dataset, from, rows);
            for (int row = 0; row < rows; row++) {
                times[from + row] = MeanWaveform.of(
                                Arrays.copyOfRange(values, row * size, (row + 1) * size), channels, rateHz)
                        .map(MeanWaveform::troughToPeakMs)
                        .orElse(Double.NaN);
            }
        }
        return new TableColumn.Numbers(times);
    }
}
