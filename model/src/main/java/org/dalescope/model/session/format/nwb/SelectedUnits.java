package org.dalescope.model.session.format.nwb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.CellTypeChoice;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.NwbMapping;

/**
 * The units that are chosen from the NWB units table.
 *
 * @param rows their rows in the table
 * @param neurons the same units as neurons
 * @param typeColumn the column that gives their types
 * @param types the meanings of its words
 */
record SelectedUnits(
        NwbTable table,
        int[] rows,
        List<Neuron> neurons,
        Optional<String> typeColumn,
        Map<String, CellTypeChoice> types) {
    static final String SPIKE_TIMES = "spike_times";

    /** Columns that rate the quality of a unit: they are reported, but used only if a mapping asks for it. */
    private static final Set<String> QUALITY =
            Set.of("quality", "group", "kslabel", "label", "unitquality", "clustergroup", "clusterquality", "isgood");

    /** Columns whose unique whole numbers identify the units better than their row numbers. */
    private static final List<String> NAMES = List.of("neuron_id", "unit_id", "id");

    static SelectedUnits of(NwbTable table, NwbMapping mapping, ReadingNotes notes) {
        if (table.dataset(SPIKE_TIMES).isEmpty()) {
            throw new InputError(
                    "The units table " + table.path()
                            + " has no readable 'spike_times': Dalescope needs sorted spikes; export the units with their spike times.");
        }
        String[] areas = UnitAreas.of(table);
        Optional<CellTypeColumn> type = CellTypeColumn.of(table, areas, mapping, notes);
        Map<String, CellTypeChoice> types = new LinkedHashMap<>();
        boolean[] out = excluded(table, mapping);
        int[] ids = ids(table);
        List<Integer> rows = new ArrayList<>();
        List<Neuron> neurons = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            CellTypeChoice choice = type.isPresent() ? type.get().choice(row) : CellTypeChoice.UNKNOWN;
            if (type.isPresent()) {
                types.put(type.get().column().word(row), choice);
            }
            if (!out[row] && choice != CellTypeChoice.LEAVE_OUT) {
                rows.add(row);
                neurons.add(new Neuron(ids[row], neuronType(choice), areas[row]));
            }
        }
        if (neurons.isEmpty()) {
            throw new InputError("No unit of " + table.path() + " (" + table.rows()
                    + " rows) is left: check 'exclude_units' and 'cell_type' in the mapping.");
        }
        noteQuality(table, mapping, notes);
        return new SelectedUnits(
                table,
                rows.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(neurons),
                type.map(CellTypeColumn::name),
                types);
    }

    private static NeuronType neuronType(CellTypeChoice choice) {
        return switch (choice) {
            case EXCITATORY -> NeuronType.EXCITATORY;
            case INHIBITORY -> NeuronType.INHIBITORY;
            case UNKNOWN, LEAVE_OUT -> NeuronType.UNKNOWN;
        };
    }

    private static boolean[] excluded(NwbTable table, NwbMapping mapping) {
        boolean[] out = new boolean[table.rows()];
        mapping.excludedUnits().forEach((name, values) -> {
            TableColumn column = name.equals("id")
                    ? new TableColumn.Numbers(
                            Arrays.stream(ids(table)).asDoubleStream().toArray())
                    : table.column(name)
                            .orElseThrow(
                                    () -> new InputError("The mapping excludes units by the column '" + name + "', but "
                                            + table.path() + " has no such column with one value per unit. Choose from:"
                                            + " "
                                            + ReadingNotes.list(table.columns()) + "."));
            for (int row = 0; row < out.length; row++) {
                out[row] |= values.contains(column.word(row));
            }
        });
        return out;
    }

    private static int[] ids(NwbTable table) {
        for (String name : NAMES) {
            Optional<double[]> ids = table.numbers(name).filter(SelectedUnits::areNames);
            if (ids.isPresent()) {
                return Arrays.stream(ids.get()).mapToInt(id -> (int) id).toArray();
            }
        }
        int[] positions = new int[table.rows()];
        Arrays.setAll(positions, i -> i);
        return positions;
    }

    static boolean areNames(double[] values) {
        Set<Integer> seen = new HashSet<>();
        return Arrays.stream(values).allMatch(value -> value == (int) value && seen.add((int) value));
    }

    private static void noteQuality(NwbTable table, NwbMapping mapping, ReadingNotes notes) {
        for (String name : table.columns()) {
            if (!QUALITY.contains(NwbCellTypes.plain(name))
                    || mapping.excludedUnits().containsKey(name)) {
                continue;
            }
            Map<String, Integer> counts = new TreeMap<>();
            table.column(name).ifPresent(column -> {
                for (int row = 0; row < column.rows(); row++) {
                    counts.merge(column.word(row), 1, Integer::sum);
                }
            });
            if (counts.size() > 1) {
                List<String> text = counts.entrySet().stream()
                        .map(e -> (e.getKey().isEmpty() ? "(empty)" : e.getKey()) + " " + e.getValue())
                        .toList();
                notes.notice(
                        "unit-quality",
                        "The units' column '" + name + "' contains " + ReadingNotes.list(text)
                                + "; all units are used. To leave some out, add \"exclude_units\": {\"" + name
                                + "\": [...]} to a mapping.");
            }
        }
    }
}
