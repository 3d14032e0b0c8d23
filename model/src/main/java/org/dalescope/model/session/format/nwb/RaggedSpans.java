package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.recording.SelectedUnits;

/**
 * The range of each chosen unit's values in a ragged column of the NWB units table.
 *
 * @param from position of the first value
 * @param to position after the last value
 */
record RaggedSpans(long[] from, long[] to) {
    /**
     * The ranges in any ragged column.
     *
     * @throws InputError if the column has no index although there are several units
     */
    static RaggedSpans of(NwbTable table, SelectedUnits units, String column) {
        Dataset values = table.dataset(column).orElseThrow();
        int count = units.rows().length;
        long[] from = new long[count];
        long[] to = new long[count];
        if (!table.isRagged(column)) {
            if (table.rows() != 1) {
                throw new InputError(table.path() + "/" + column + " has no index '" + column
                        + "_index', which assigns the values to the " + table.rows()
                        + " units: the file is incomplete; export it again.");
            }
            to[0] = values.getDimensionsAsLong()[0];
            return new RaggedSpans(from, to);
        }
        long[] ends = table.ends(column);
        for (int unit = 0; unit < count; unit++) {
            int row = units.rows()[unit];
            from[unit] = row == 0 ? 0 : ends[row - 1];
            to[unit] = ends[row];
        }
        return new RaggedSpans(from, to);
    }
}
