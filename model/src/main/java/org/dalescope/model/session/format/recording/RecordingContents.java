package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dalescope.model.session.format.FileContents;

/** Lists the columns of the tables of a recording that a mapping can name. */
public final class RecordingContents {
    /** A column with more words than this distinguishes single units, not kinds of units. */
    private static final int MOST_KINDS = 20;

    private RecordingContents() {}

    /** The columns of a table of trials. */
    public static FileContents.Table table(TrialTable trials) {
        List<String> times = new ArrayList<>(List.of(trials.start()));
        if (trials.table().has(trials.stop())) {
            times.add(trials.stop());
        }
        TrialEvents.of(trials).timesS().keySet().stream()
                .filter(name -> !times.contains(name))
                .forEach(times::add);
        List<String> factors = TrialFactors.possible(trials).stream()
                .filter(name -> !times.contains(name))
                .toList();
        return new FileContents.Table(trials.table().path(), trials.rows(), List.copyOf(times), factors);
    }

    /** The columns of a table of units that distinguish kinds of units, and those that a threshold can divide. */
    public static List<FileContents.UnitColumn> unitColumns(DataTable units) {
        List<FileContents.UnitColumn> columns = new ArrayList<>();
        for (String name : units.columns()) {
            unitColumn(name, units.column(name)).ifPresent(columns::add);
        }
        return List.copyOf(columns);
    }

    /** The columns of trough-to-peak times. */
    public static List<FileContents.Waveforms> waveforms(DataTable units) {
        List<FileContents.Waveforms> found = new ArrayList<>();
        for (String name : units.columns()) {
            if (CellTypeColumn.isTroughToPeak(name)) {
                units.numbers(name)
                        .map(times -> Arrays.stream(times)
                                .filter(Double::isFinite)
                                .boxed()
                                .toList())
                        .filter(times -> !times.isEmpty())
                        .ifPresent(times -> found.add(new FileContents.Waveforms(name, times)));
            }
        }
        return List.copyOf(found);
    }

    /** A column of units with at most 20 different words; empty for any other. */
    public static Optional<FileContents.UnitColumn> unitColumn(String name, Optional<TableColumn> column) {
        TreeSet<String> words = new TreeSet<>();
        column.ifPresent(values -> {
            for (int row = 0; row < values.rows() && words.size() <= MOST_KINDS; row++) {
                words.add(values.word(row));
            }
        });
        return words.isEmpty() || words.size() > MOST_KINDS
                ? Optional.empty()
                : Optional.of(new FileContents.UnitColumn(name, List.copyOf(words)));
    }
}
