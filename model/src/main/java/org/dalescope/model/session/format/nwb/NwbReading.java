package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingInputs;
import org.dalescope.model.session.format.recording.RecordingSource;
import org.dalescope.model.session.format.recording.SelectedUnits;
import org.dalescope.model.session.format.recording.SpikeCounts;
import org.dalescope.model.session.format.recording.TrialTable;
import org.dalescope.model.session.format.recording.TrialWindows;

/** The recording in one NWB file. */
final class NwbReading implements RecordingSource {
    /** Files hold times in seconds that were computed from samples or bins; a nanosecond is rounding. */
    private static final double EDGE_MS = 1e-6;

    private final String format;
    private final RecordingMapping mapping;
    private final ReadingNotes notes;
    private final Hdf5Tree tree;
    private final NwbTable table;
    private final SelectedUnits units;
    private final TrialTable trials;
    private final TimeUnits unit;

    NwbReading(HdfFile file, String format, RecordingMapping mapping, ReadingNotes notes) {
        this.format = format;
        this.mapping = mapping;
        this.notes = notes;
        this.tree = new Hdf5Tree(file, notes);
        this.table = UnitsTable.of(tree, notes);
        if (table.dataset(NwbSpikes.SPIKE_TIMES).isEmpty()) {
            throw new InputError(
                    "The units table " + table.path()
                            + " has no readable 'spike_times': Dalescope needs sorted spikes; export the units with their spike times.");
        }
        if (!mapping.quality().isEmpty()) {
            throw new InputError("--quality has no effect on an NWB file: leave units out with \"exclude_units\" in a"
                    + " mapping.");
        }
        this.units = SelectedUnits.of(table, UnitAreas.of(table), mapping, notes);
        TrialTable stored = NwbTrials.of(tree, mapping, notes);
        this.unit = TimeUnits.of(table, units, stored, mapping, notes);
        this.trials = stored.inUnits(unit.trialsS());
    }

    @Override
    public Tables tables() {
        return new Tables(format, units, trials, unit.spikesS(), EDGE_MS);
    }

    @Override
    public SpikeCounts count(TrialWindows windows, Progress watch) {
        return NwbSpikes.count(table, units, windows, unit.spikesS(), watch);
    }

    @Override
    public List<double[][]> intervalsS() {
        return UnitIntervals.of(table, units, unit.spikesS());
    }

    @Override
    public double[][] invalidS() {
        return NwbTrials.invalidS(tree, unit.trialsS());
    }

    @Override
    public UsedSeries addSeries(TrialWindows windows, RecordingInputs inputs, Progress watch) {
        List<NwbTimeSeries> used =
                SeriesInputs.add(SeriesSearch.of(tree, mapping, notes), windows, inputs, notes, watch);
        return new UsedSeries(
                used.stream().map(NwbTimeSeries::path).toList(), used.stream().anyMatch(NwbTimeSeries::isStimulus));
    }
}
