package org.dalescope.model.session.format.recording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.CellTypeChoice;
import org.dalescope.model.session.RecordingMapping;

/**
 * The column of the units table that gives cell types.
 *
 * @param chosen the meaning of its words that a mapping gives
 * @param narrowBelow for a column of trough-to-peak times: units with a shorter time are inhibitory, others excitatory
 */
public record CellTypeColumn(
        String name, TableColumn column, Map<String, CellTypeChoice> chosen, Optional<Double> narrowBelow) {
    /** Trough-to-peak times in ms below this are those of narrow waveforms (docs/formats.md). */
    public static final double NARROW_BELOW_MS = 0.425;

    /** The name that a mapping uses for the units' brain area, wherever the file stores it. */
    public static final String LOCATION = "location";

    /** Names of columns of trough-to-peak times in ms, compared without case, spaces and underscores. */
    private static final Set<String> TROUGH_TO_PEAK = Set.of(
            "troughtopeakms", "troughtopeak", "peaktotrough", "troughpeaktime", "waveformduration", "spikewidth");

    /** The name of the column of trough-to-peak times that is computed from mean waveforms. */
    public static final String TROUGH_TO_PEAK_MS = "trough_to_peak_ms";

    /** The first column of a table whose name is usual for trough-to-peak times. */
    public static Optional<String> troughToPeak(DataTable units) {
        return units.columns().stream().filter(CellTypeColumn::isTroughToPeak).findFirst();
    }

    /** Whether a column of this name holds trough-to-peak times. */
    static boolean isTroughToPeak(String name) {
        return TROUGH_TO_PEAK.contains(CellTypeWords.plain(name));
    }

    /** The cell type of the unit in a row; numbers mean nothing unless a mapping gives their meaning. */
    CellTypeChoice choice(int row) {
        if (narrowBelow.isPresent() && column instanceof TableColumn.Numbers times) {
            double time = times.values()[row];
            if (!(time > 0)) {
                return CellTypeChoice.UNKNOWN;
            }
            return time < narrowBelow.get() ? CellTypeChoice.INHIBITORY : CellTypeChoice.EXCITATORY;
        }
        String word = column.word(row);
        CellTypeChoice said = chosen.get(word);
        if (said != null) {
            return said;
        }
        return column instanceof TableColumn.Words ? CellTypeWords.meaning(word) : CellTypeChoice.UNKNOWN;
    }

    static Optional<CellTypeColumn> of(DataTable units, String[] areas, RecordingMapping mapping, ReadingNotes notes) {
        Optional<CellTypeColumn> found = chosen(units, mapping)
                .map(name -> named(units, areas, name, mapping))
                .or(() -> usual(units, mapping));
        if (found.isEmpty()) {
            notes.warning(
                    "cell-types-unknown",
                    "The units table " + units.path()
                            + " has no column of cell types (such as 'cell_type'), so all neurons have an unknown type."
                            + " A mapping can take the types from another column ("
                            + ReadingNotes.list(units.columns())
                            + ") or from the brain area (\"cell_type\": {\"column\":"
                            + " \"location\", \"words\": {...}})."
                            + troughToPeak(units)
                                    .map(times -> " The column " + times + " can give them: --narrow-below "
                                            + NARROW_BELOW_MS + ".")
                                    .orElse(""));
        }
        found.ifPresent(type -> type.note(units, notes));
        return found;
    }

    /** The column that the mapping names or, for a threshold without a column, the one of trough-to-peak times. */
    private static Optional<String> chosen(DataTable units, RecordingMapping mapping) {
        if (mapping.typeColumn().isPresent() || mapping.narrowBelow().isEmpty()) {
            return mapping.typeColumn();
        }
        return Optional.of(troughToPeak(units)
                .orElseThrow(() -> new InputError("A threshold between narrow and wide waveforms is given"
                        + " (--narrow-below), but " + units.path()
                        + " has no column of trough-to-peak times, such as 'trough_to_peak_ms': leave it out, or name"
                        + " the column as \"cell_type\": {\"column\": \"...\"} in a mapping.")));
    }

    /** Whether a column with a usual name gives the type of a unit. */
    public static boolean isKnown(DataTable units, RecordingMapping mapping) {
        return usual(units, mapping).filter(type -> type.known() > 0).isPresent();
    }

    private static CellTypeColumn named(DataTable units, String[] areas, String name, RecordingMapping mapping) {
        Optional<TableColumn> column = units.column(name);
        if (name.equals(LOCATION) && column.isEmpty()) {
            column = Optional.of(new TableColumn.Words(areas));
        }
        return new CellTypeColumn(
                name,
                column.orElseThrow(
                        () -> new InputError("The mapping takes cell types from the column '" + name + "', but "
                                + units.path() + " has no such column with one value per unit. Choose from: "
                                + ReadingNotes.list(units.columns()) + ".")),
                mapping.types(),
                mapping.narrowBelow()
                        .or(() -> isTroughToPeak(name)
                                        && mapping.types().isEmpty()
                                        && units.numbers(name).isPresent()
                                ? Optional.of(NARROW_BELOW_MS)
                                : Optional.empty()));
    }

    /**
     * The column with a usual name that gives the most known types; on a tie, the one whose name comes first in the
     * list.
     */
    private static Optional<CellTypeColumn> usual(DataTable units, RecordingMapping mapping) {
        Optional<CellTypeColumn> best = Optional.empty();
        int most = -1;
        for (String usual : CellTypeWords.COLUMNS) {
            for (String name : units.columns()) {
                Optional<TableColumn> column =
                        CellTypeWords.plain(name).equals(usual) ? units.column(name) : Optional.empty();
                if (column.isPresent()) {
                    CellTypeColumn type = new CellTypeColumn(name, column.get(), mapping.types(), Optional.empty());
                    int known = type.known();
                    if (known > most) {
                        most = known;
                        best = Optional.of(type);
                    }
                }
            }
        }
        return best;
    }

    private void noteThreshold(DataTable units, ReadingNotes notes) {
        if (!(column instanceof TableColumn.Numbers)) {
            throw new InputError("The mapping divides units at " + narrowBelow.orElseThrow() + " in the column '" + name
                    + "', but " + units.path() + " has no numbers there: name a column of trough-to-peak times.");
        }
        int narrow = 0;
        for (int row = 0; row < column.rows(); row++) {
            narrow += choice(row) == CellTypeChoice.INHIBITORY ? 1 : 0;
        }
        notes.warning(
                "types-from-waveforms",
                "The types are guessed from waveforms: of " + column.rows() + " units, the " + narrow
                        + " with a trough-to-peak time below " + narrowBelow.orElseThrow()
                        + " (column '" + name + "') are taken as inhibitory and the "
                        + (known() - narrow)
                        + " others as excitatory. Change the threshold (--narrow-below), or name a"
                        + " column of types in the mapping.");
    }

    private int known() {
        int known = 0;
        for (int row = 0; row < column.rows(); row++) {
            known += choice(row) == CellTypeChoice.UNKNOWN ? 0 : 1;
        }
        return known;
    }

    private void note(DataTable units, ReadingNotes notes) {
        if (narrowBelow.isPresent()) {
            noteThreshold(units, notes);
            return;
        }
        Set<String> unknown = new LinkedHashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (choice(row) == CellTypeChoice.UNKNOWN) {
                unknown.add(column.word(row).isEmpty() ? "(empty)" : column.word(row));
            }
        }
        if (!unknown.isEmpty()) {
            notes.warning(
                    "cell-types-unknown",
                    (column.rows() - known()) + " of " + column.rows() + " units have an unknown type: the column"
                            + " '" + name
                            + "' of "
                            + units.path() + " contains " + ReadingNotes.list(List.copyOf(unknown))
                            + ". Give the meaning of these words in a mapping: \"cell_type\": {\"column\": \"" + name
                            + "\", \"words\": {\"...\": \"E\", \"...\": \"I\", \"...\": \"leave out\"}}.");
        }
    }
}
