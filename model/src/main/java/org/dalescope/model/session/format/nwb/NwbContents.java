package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.recording.CellTypeColumn;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingContents;
import org.dalescope.model.session.format.recording.TableColumn;

/** Lists the tables, columns and time series of an NWB file that a mapping can name. */
final class NwbContents {
    private NwbContents() {}

    static FileContents of(HdfFile file) {
        ReadingNotes notes = new ReadingNotes();
        Hdf5Tree tree = new Hdf5Tree(file, notes);
        return new FileContents.Recording(
                tables(tree),
                unitColumns(tree, notes),
                waveforms(tree, notes),
                SeriesSearch.paths(tree, notes),
                RecordingMapping.GUESSED);
    }

    private static List<FileContents.Table> tables(Hdf5Tree tree) {
        List<FileContents.Table> tables = new ArrayList<>();
        for (NwbTable table : NwbTrials.tables(tree).values()) {
            if (table.numbers(NwbTrials.START).isEmpty()) {
                continue;
            }
            tables.add(RecordingContents.table(NwbTrials.of(table)));
        }
        return List.copyOf(tables);
    }

    private static List<FileContents.Waveforms> waveforms(Hdf5Tree tree, ReadingNotes notes) {
        try {
            return RecordingContents.waveforms(UnitsTable.of(tree, notes));
        } catch (InputError none) {
            return List.of();
        }
    }

    private static List<FileContents.UnitColumn> unitColumns(Hdf5Tree tree, ReadingNotes notes) {
        NwbTable units;
        try {
            units = UnitsTable.of(tree, notes);
        } catch (InputError none) {
            return List.of();
        }
        List<FileContents.UnitColumn> columns = new ArrayList<>(RecordingContents.unitColumns(units));
        if (columns.stream().noneMatch(column -> column.name().equals(CellTypeColumn.LOCATION))) {
            RecordingContents.unitColumn(
                            CellTypeColumn.LOCATION, Optional.of(new TableColumn.Words(UnitAreas.of(units))))
                    .filter(column -> column.values().size() > 1)
                    .ifPresent(columns::add);
        }
        return List.copyOf(columns);
    }
}
