package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.recording.CellTypeColumn;
import org.dalescope.model.session.format.recording.ReadingNotes;

/** Finds the NWB table of sorted units. */
final class UnitsTable {
    private static final String UNITS = "/units";

    private UnitsTable() {}

    static NwbTable of(Hdf5Tree tree, ReadingNotes notes) {
        Optional<NwbTable> units = tree.group(UNITS)
                .map(group -> NwbTable.of(tree, group, UNITS))
                .or(() -> tree.group("/processing").flatMap(group -> unitsIn(group, tree, notes)))
                .filter(table -> table.rows() > 0)
                .map(UnitsTable::withWaveforms);
        return units.orElseThrow(() -> new InputError("The file has no readable units table with rows (/units). "
                + notes.firstWarning()
                        .orElse("Dalescope needs sorted spikes; a file with only raw or calcium signals"
                                + " cannot be fitted.")));
    }

    /** Adds the times from trough to peak, unless the table has a column of them. */
    private static NwbTable withWaveforms(NwbTable units) {
        return CellTypeColumn.troughToPeak(units).isPresent()
                ? units
                : UnitWaveforms.troughToPeakMs(units)
                        .map(times -> units.with(CellTypeColumn.TROUGH_TO_PEAK_MS, times))
                        .orElse(units);
    }

    /** Finds units that a spike sorter put into a processing module. */
    private static Optional<NwbTable> unitsIn(Group processing, Hdf5Tree tree, ReadingNotes notes) {
        for (Map.Entry<String, Node> module : tree.children(processing).entrySet()) {
            if (!(module.getValue() instanceof Group group)) {
                continue;
            }
            for (Map.Entry<String, Node> child : tree.children(group).entrySet()) {
                if (child.getValue() instanceof Group table
                        && Hdf5Tree.text(table, "neurodata_type")
                                .filter("Units"::equals)
                                .isPresent()) {
                    String path = "/processing/" + module.getKey() + "/" + child.getKey();
                    notes.notice("units-elsewhere", "The units were found in " + path + ".");
                    return Optional.of(NwbTable.of(tree, table, path));
                }
            }
        }
        return Optional.empty();
    }
}
