package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.format.recording.SelectedUnits;

/** Reads the spans in which the units of an NWB file were recorded. */
final class UnitIntervals {
    private static final String INTERVALS = "obs_intervals";

    private UnitIntervals() {}

    /** For every chosen unit its spans in seconds; empty if the file has none. */
    static List<double[][]> of(NwbTable table, SelectedUnits units, double unitS) {
        Optional<Dataset> intervals = table.dataset(INTERVALS).filter(d -> Hdf5DatasetValues.size(d) > 0);
        if (intervals.isEmpty()) {
            return List.of();
        }
        double[] values = Hdf5DatasetValues.numbers(intervals.get());
        RaggedSpans spans = RaggedSpans.of(table, units, INTERVALS);
        List<double[][]> all = new ArrayList<>();
        for (int unit = 0; unit < units.rows().length; unit++) {
            List<double[]> own = new ArrayList<>();
            for (long row = spans.from()[unit]; row < spans.to()[unit] && 2 * row + 1 < values.length; row++) {
                own.add(new double[] {values[(int) (2 * row)] * unitS, values[(int) (2 * row + 1)] * unitS});
            }
            all.add(own.toArray(double[][]::new));
        }
        return all;
    }
}
