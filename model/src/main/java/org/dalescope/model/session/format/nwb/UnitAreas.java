package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.format.recording.TableColumn;
import org.dalescope.model.session.format.recording.UnitAreaColumn;

/**
 * The brain area of each NWB unit: from its own column, otherwise from its first electrode, otherwise from its
 * electrode group.
 */
final class UnitAreas {
    private static final String ELECTRODES = "/general/extracellular_ephys/electrodes";

    private UnitAreas() {}

    /** One name per row of the units table; empty if the file gives none. */
    static String[] of(NwbTable units) {
        Optional<String[]> column = UnitAreaColumn.find(units);
        if (column.isPresent()) {
            return column.get();
        }
        try {
            return byElectrode(units).or(() -> byGroup(units)).orElseGet(() -> none(units.rows()));
        } catch (RuntimeException e) {
            // The area is only shown and not used in computations: a broken reference costs no more than the name.
            return none(units.rows());
        }
    }

    private static Optional<String[]> byElectrode(NwbTable units) {
        Optional<Dataset> electrodes = units.dataset("electrodes");
        Optional<Group> group = units.tree().group(ELECTRODES);
        if (electrodes.isEmpty() || group.isEmpty() || !Hdf5DatasetValues.isNumeric(electrodes.get())) {
            return Optional.empty();
        }
        NwbTable table = NwbTable.of(units.tree(), group.get(), ELECTRODES);
        Optional<TableColumn> location = table.column("location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        double[] rows = Hdf5DatasetValues.numbers(electrodes.get());
        String[] areas = none(units.rows());
        long[] ends = units.isRagged("electrodes") ? units.ends("electrodes") : new long[0];
        for (int unit = 0; unit < areas.length; unit++) {
            long first = ends.length == 0 ? unit : unit == 0 ? 0 : ends[unit - 1];
            boolean has = ends.length == 0 ? first < rows.length : first < ends[unit];
            if (has && rows[(int) first] >= 0 && rows[(int) first] < table.rows()) {
                areas[unit] = location.get().word((int) rows[(int) first]);
            }
        }
        return Optional.of(areas).filter(UnitAreas::isInformative);
    }

    private static Optional<String[]> byGroup(NwbTable units) {
        Optional<Dataset> groups = units.dataset("electrode_group");
        if (groups.isEmpty() || !NwbTable.isReference(groups.get())) {
            return Optional.empty();
        }
        List<Optional<Node>> nodes = units.references("electrode_group");
        String[] areas = none(units.rows());
        for (int unit = 0; unit < Math.min(areas.length, nodes.size()); unit++) {
            areas[unit] = nodes.get(unit)
                    .flatMap(node -> Hdf5Tree.text(node, "location"))
                    .orElse("");
        }
        return Optional.of(areas).filter(UnitAreas::isInformative);
    }

    private static boolean isInformative(String[] words) {
        return Arrays.stream(words).anyMatch(word -> !word.isEmpty());
    }

    private static String[] none(int rows) {
        String[] none = new String[rows];
        Arrays.fill(none, "");
        return none;
    }
}
