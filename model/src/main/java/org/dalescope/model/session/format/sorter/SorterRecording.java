package org.dalescope.model.session.format.sorter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.CellTypeColumn;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.MeanWaveform;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingInputs;
import org.dalescope.model.session.format.recording.RecordingSource;
import org.dalescope.model.session.format.recording.SelectedUnits;
import org.dalescope.model.session.format.recording.SpikeCounter;
import org.dalescope.model.session.format.recording.SpikeCounts;
import org.dalescope.model.session.format.recording.TrialTable;
import org.dalescope.model.session.format.recording.TrialWindows;
import org.dalescope.model.session.format.recording.UnitAreaColumn;

/** The recording in the folder of a spike sorter. */
final class SorterRecording implements RecordingSource {
    private static final String GOOD = "good";
    private static final double ROUNDING_MS = 1e-6;
    private static final String UNSORTED = "unsorted";

    /** No recording of spikes has a lower sampling rate; times in ms have 1000 per second. */
    private static final double LOWEST_RATE_HZ = 5000;

    /** The shares of the progress of this constructor. */
    private static final double COUNTED = 0.7;

    private final SorterFolder folder;
    private final ClusterSpikes spikes;
    private final SelectedUnits units;
    private final TrialTable trials;
    private final SorterTimeUnits unit;
    private final FolderSeries series;
    private final RecordingMapping mapping;
    private final ReadingNotes notes;

    SorterRecording(SorterFolder folder, RecordingMapping mapping, ReadingNotes notes, Progress watch) {
        this.folder = folder;
        this.spikes = ClusterSpikes.of(folder, watch.part(0, COUNTED));
        this.mapping = mapping;
        this.notes = notes;
        SorterTrials trialFiles = new SorterTrials(folder);
        this.series = trialFiles.series();
        DataTable table = trialFiles.table(mapping.trials(), notes);
        TrialTable stored = TrialColumns.of(table, mapping);
        this.unit = SorterTimeUnits.of(folder, spikes, stored, mapping, notes);
        this.trials = stored.inUnits(unit.trialsS());
        Map<Integer, MeanWaveform> shapes = Waveforms.of(folder, spikes, sampleRateHz(), watch.part(COUNTED, 1));
        DataTable clusters = ClusterTable.of(folder, spikes, shapes, notes);
        RecordingMapping whole = withTypes(clusters, withQuality(clusters, mapping, notes));
        this.units = SelectedUnits.of(clusters, UnitAreaColumn.of(clusters), whole, notes);
    }

    /** The rate at which waveforms are sampled: that of params.py, or else that of spike times in samples; or NaN. */
    private double sampleRateHz() {
        boolean samples = spikes.whole() && 1 / unit.spikesS() >= LOWEST_RATE_HZ;
        return folder.sampleRateHz().orElse(samples ? 1 / unit.spikesS() : Double.NaN);
    }

    /** Without a choice in the mapping, leaves out all units that are not labelled good, and says how many. */
    private static RecordingMapping withQuality(DataTable clusters, RecordingMapping mapping, ReadingNotes notes) {
        if (mapping.quality().isEmpty() && mapping.excludedUnits().containsKey(ClusterTable.QUALITY)) {
            return mapping;
        }
        if (!clusters.has(ClusterTable.QUALITY)) {
            if (!mapping.quality().isEmpty()) {
                throw new InputError("No file of " + clusters.path()
                        + " labels the clusters as good, mua or noise, so that --quality has no effect: leave it out.");
            }
            notes.warning(
                    "no-unit-quality",
                    "No file of the folder labels the " + clusters.rows()
                            + " clusters as good, mua or noise, so all are used.");
            return mapping;
        }
        var labels = clusters.column(ClusterTable.QUALITY).orElseThrow();
        TreeSet<String> others = new TreeSet<>();
        for (int row = 0; row < clusters.rows(); row++) {
            others.add(labels.word(row));
        }
        String counted = ReadingNotes.list(ClusterTable.counted(labels));
        List<String> wanted = mapping.quality().isEmpty() ? List.of(GOOD) : mapping.quality();
        for (String label : wanted) {
            String word = label.strip().toLowerCase(Locale.ROOT);
            if (!others.remove(word.equals(UNSORTED) ? "" : word)) {
                throw new InputError("No unit of " + clusters.path() + " is labelled '" + label + "' (" + counted
                        + "): choose from these labels with --quality, such as --quality mua"
                        + " (unsorted for units without a label), or label units in phy.");
            }
        }
        notes.notice(
                "unit-quality",
                "The units labelled " + String.join(", ", wanted) + " are used (" + counted
                        + "). Choose others in the mapping (--quality good,mua).");
        return mapping.excluding(ClusterTable.QUALITY, List.copyOf(others));
    }

    /** Without a column of types, takes the types from the waveforms. */
    private static RecordingMapping withTypes(DataTable clusters, RecordingMapping mapping) {
        boolean said = mapping.typeColumn().isPresent() || CellTypeColumn.isKnown(clusters, mapping);
        if (said || !clusters.has(CellTypeColumn.TROUGH_TO_PEAK_MS)) {
            return mapping;
        }
        return mapping.typedByWaveform(mapping.narrowBelow().orElse(CellTypeColumn.NARROW_BELOW_MS));
    }

    @Override
    public Tables tables() {
        return new Tables(folder.layout().format(), units, trials, unit.spikesS(), edgeMs());
    }

    /** Times in samples are whole numbers. Times in seconds were computed from samples: a nanosecond is rounding. */
    private double edgeMs() {
        return spikes.whole() ? 0 : ROUNDING_MS;
    }

    @Override
    public SpikeCounts count(TrialWindows windows, Progress watch) {
        double[] ids = units.table().numbers(ClusterTable.ID).orElseThrow();
        Map<Integer, Integer> unitOf = new HashMap<>();
        for (int i = 0; i < units.rows().length; i++) {
            unitOf.put((int) ids[units.rows()[i]], i);
        }
        SpikeCounter counter = new SpikeCounter(windows, units.rows().length, unit.spikesS());
        spikes.count(unitOf, counter, watch);
        return counter.counts();
    }

    @Override
    public UsedSeries addSeries(TrialWindows windows, RecordingInputs inputs, Progress watch) {
        return new UsedSeries(series.add(mapping, windows, inputs, notes), false);
    }
}
