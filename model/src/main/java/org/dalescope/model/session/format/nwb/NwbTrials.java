package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.TrialTable;

/** Finds the NWB table of intervals whose rows are the trials. */
final class NwbTrials {
    static final String START = "start_time";
    static final String STOP = "stop_time";
    private static final String INTERVALS = "/intervals";
    private static final String TRIALS = "/intervals/trials";
    private static final String EPOCHS = "/intervals/epochs";
    private static final String INVALID = "/intervals/invalid_times";

    private NwbTrials() {}

    /** The table that the mapping names, or else the most likely one, with its times as they are stored. */
    static TrialTable of(Hdf5Tree tree, RecordingMapping mapping, ReadingNotes notes) {
        return of(table(tree, mapping, notes));
    }

    /** A table as the trials, with its times as they are stored. */
    static TrialTable of(NwbTable table) {
        return TrialTable.of(table, START, STOP, List.of("id"));
    }

    /** Spans that the file declares invalid, in seconds, each as its start and stop. */
    static double[][] invalidS(Hdf5Tree tree, double unitS) {
        Optional<NwbTable> table = tree.group(INVALID).map(group -> NwbTable.of(tree, group, INVALID));
        Optional<double[]> start = table.flatMap(t -> t.numbers(START));
        Optional<double[]> stop = table.flatMap(t -> t.numbers(STOP));
        if (start.isEmpty() || stop.isEmpty()) {
            return new double[0][];
        }
        double[] from = start.get();
        double[] to = stop.get();
        return IntStream.range(0, from.length)
                .mapToObj(i -> new double[] {from[i] * unitS, to[i] * unitS})
                .toArray(double[][]::new);
    }

    private static NwbTable table(Hdf5Tree tree, RecordingMapping mapping, ReadingNotes notes) {
        Map<String, NwbTable> tables = tables(tree);
        if (mapping.trials().isPresent()) {
            String wanted = mapping.trials().get();
            String path = wanted.startsWith("/") ? wanted : "/" + wanted;
            return tree.group(path)
                    .map(group -> NwbTable.of(tree, group, path))
                    .filter(table -> table.rows() > 0)
                    .orElseThrow(() -> new InputError("The mapping takes trials from '" + wanted
                            + "', but the file has no such table with rows: "
                            + (tables.isEmpty()
                                    ? "add a table of intervals to it."
                                    : "choose from " + ReadingNotes.list(List.copyOf(tables.keySet())) + ".")));
        }
        NwbTable trials = tables.get(TRIALS);
        if (trials != null) {
            return trials;
        }
        NwbTable chosen = tables.values().stream()
                .filter(table -> !table.path().equals(EPOCHS) && !table.path().equals(INVALID))
                .max(Comparator.comparingInt(NwbTable::rows))
                .or(() -> Optional.ofNullable(tables.get(EPOCHS)))
                .orElseThrow(
                        () -> new InputError("The file has no table of trials: neither intervals/trials nor another"
                                + " intervals table has rows with a start_time. Add trials to the file (pynwb:"
                                + " add_trial)."));
        notes.warning(
                "no-trials-table",
                "The file has no intervals/trials: the " + chosen.rows() + (chosen.rows() == 1 ? " row" : " rows")
                        + " of "
                        + chosen.path().substring(1)
                        + (chosen.rows() == 1 ? " is taken as a trial" : " are taken as trials")
                        + "; choose another table with \"trials\" in a mapping"
                        + (tables.size() > 1 ? " (" + ReadingNotes.list(List.copyOf(tables.keySet())) + ")." : "."));
        return chosen;
    }

    /** All tables of intervals with rows, by path. */
    static Map<String, NwbTable> tables(Hdf5Tree tree) {
        Map<String, NwbTable> tables = new LinkedHashMap<>();
        tree.group(INTERVALS).ifPresent(intervals -> add(tree, intervals, INTERVALS, tables));
        tree.group("/processing")
                .ifPresent(processing -> tree.children(processing).forEach((name, module) -> {
                    if (module instanceof Group group) {
                        add(tree, group, "/processing/" + name, tables);
                    }
                }));
        return tables;
    }

    private static void add(Hdf5Tree tree, Group in, String path, Map<String, NwbTable> tables) {
        for (Map.Entry<String, Node> child : tree.children(in).entrySet()) {
            if (child.getValue() instanceof Group group
                    && tree.dataset(group, START).isPresent()) {
                String at = path + "/" + child.getKey();
                NwbTable table = NwbTable.of(tree, group, at);
                if (table.rows() > 0) {
                    tables.put(at, table);
                }
            }
        }
    }
}
