package org.dalescope.model.session.format.recording;

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
import org.dalescope.model.session.RecordingMapping;

/**
 * The units of a recording that are chosen from the table of its units.
 *
 * @param rows their rows in the table
 * @param neurons the same units as neurons
 * @param typeColumn the column that gives their types
 * @param types the meanings of its words
 * @param narrowBelow the threshold that divides its numbers, if it is a column of trough-to-peak times
 * @param excluded for each column of the table, the values whose units are left out
 */
public record SelectedUnits(
        DataTable table,
        int[] rows,
        List<Neuron> neurons,
        Optional<String> typeColumn,
        Map<String, CellTypeChoice> types,
        Optional<Double> narrowBelow,
        Map<String, List<String>> excluded) {
    /** Columns that rate the quality of a unit: they are reported, but used only if a mapping asks for it. */
    private static final Set<String> QUALITY =
            Set.of("quality", "group", "kslabel", "label", "unitquality", "clustergroup", "clusterquality", "isgood");

    /** Columns whose unique whole numbers identify the units better than their row numbers. */
    private static final List<String> NAMES = List.of("neuron_id", "unit_id", "cluster_id", "id");

    /**
     * The units that the mapping does not leave out.
     *
     * @param areas the brain area of every row of the table; empty text if it is not known
     * @throws InputError if no unit is left
     */
    public static SelectedUnits of(DataTable table, String[] areas, RecordingMapping mapping, ReadingNotes notes) {
        Optional<CellTypeColumn> type = CellTypeColumn.of(table, areas, mapping, notes);
        Map<String, CellTypeChoice> types = new LinkedHashMap<>();
        boolean[] out = excluded(table, mapping);
        int[] ids = ids(table);
        List<Integer> rows = new ArrayList<>();
        List<Neuron> neurons = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            CellTypeChoice choice = type.isPresent() ? type.get().choice(row) : CellTypeChoice.UNKNOWN;
            if (type.isPresent() && type.get().narrowBelow().isEmpty()) {
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
                types,
                type.flatMap(CellTypeColumn::narrowBelow),
                mapping.excludedUnits());
    }

    private static NeuronType neuronType(CellTypeChoice choice) {
        return switch (choice) {
            case EXCITATORY -> NeuronType.EXCITATORY;
            case INHIBITORY -> NeuronType.INHIBITORY;
            case UNKNOWN, LEAVE_OUT -> NeuronType.UNKNOWN;
        };
    }

    private static boolean[] excluded(DataTable table, RecordingMapping mapping) {
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

    private static int[] ids(DataTable table) {
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

    private static void noteQuality(DataTable table, RecordingMapping mapping, ReadingNotes notes) {
        if (mapping.excludedUnits().keySet().stream().map(CellTypeWords::plain).anyMatch(QUALITY::contains)) {
            return;
        }
        for (String name : table.columns()) {
            if (!QUALITY.contains(CellTypeWords.plain(name))
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
