package org.dalescope.model.session.format.recording;

import java.util.List;
import org.dalescope.model.common.Progress;

/** The parts of a recording that depend on its file format; {@link RecordingReader} makes a session of them. */
public interface RecordingSource {
    /** The name of the file format with its version. */
    String format();

    /** The units that become neurons. */
    SelectedUnits units();

    /** The trials, with their times in seconds. */
    TrialTable trials();

    /** Seconds per unit of the stored spike times. */
    double spikeUnitS();

    /** Times up to this much before a bin's edge belong to the bin that begins there: rounding of the file's times. */
    double edgeMs();

    /** Counts the spikes of all units in the windows of all trials. */
    SpikeCounts count(TrialWindows windows, Progress watch);

    /** For every unit the spans in seconds in which it was recorded; empty if the file has none. */
    List<double[][]> intervalsS();

    /** Spans in seconds that the file declares invalid, each as its start and stop. */
    double[][] invalidS();

    /** Adds the channels of the time series that belong to the recording. */
    UsedSeries addSeries(TrialWindows windows, RecordingInputs inputs, Progress watch);

    /**
     * The time series that became channels.
     *
     * @param paths their names in a mapping
     * @param stimulus whether one of them describes the stimulus
     */
    record UsedSeries(List<String> paths, boolean stimulus) {}
}
