package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import org.dalescope.model.common.InputError;

/**
 * Where each chosen unit's values lie in a ragged column.
 *
 * @param from position of the first value
 * @param to position after the last
 */
record RaggedSpans(long[] from, long[] to) {
    static RaggedSpans of(SelectedUnits units) {
        return of(units, SelectedUnits.SPIKE_TIMES);
    }

    /**
     * Of any ragged column.
     *
     * @throws InputError where its index is missing although there are several units
     */
    static RaggedSpans of(SelectedUnits units, String column) {
        NwbTable table = units.table();
        Dataset values = table.dataset(column).orElseThrow();
        int count = units.rows().length;
        long[] from = new long[count];
        long[] to = new long[count];
        if (!table.isRagged(column)) {
            if (table.rows() != 1) {
                throw new InputError(table.path() + "/" + column + " has no index that tells which of the "
                        + table.rows() + " units a value belongs to ('" + column + "_index'): the file is incomplete.");
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
