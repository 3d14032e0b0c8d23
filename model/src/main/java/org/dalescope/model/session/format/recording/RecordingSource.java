package org.dalescope.model.session.format.recording;

import java.util.List;
import org.dalescope.model.common.Progress;

/** The parts of a recording that depend on its file format; {@link RecordingReader} makes a session of them. */
public interface RecordingSource {
    /** What is known before spikes are counted. */
    Tables tables();

    /** Counts the spikes of all units in the windows of all trials. */
    SpikeCounts count(TrialWindows windows, Progress watch);

    /** For every unit the spans in seconds in which it was recorded; empty if the file has none. */
    default List<double[][]> intervalsS() {
        return List.of();
    }

    /** Spans in seconds that the file declares invalid, each as its start and stop. */
    default double[][] invalidS() {
        return new double[0][];
    }

    /** Adds the channels of the time series that belong to the recording. */
    UsedSeries addSeries(TrialWindows windows, RecordingInputs inputs, Progress watch);

    /**
     * The tables of a recording and the units of its times.
     *
     * @param format the name of the file format with its version
     * @param units the units that become neurons
     * @param trials the trials, with their times in seconds
     * @param spikeUnitS seconds per unit of the stored spike times
     * @param edgeMs times up to this much before a bin's edge belong to the bin that begins there, because the file's
     *     times are rounded
     */
    record Tables(String format, SelectedUnits units, TrialTable trials, double spikeUnitS, double edgeMs) {}

    /**
     * The time series that became channels.
     *
     * @param paths their names in a mapping
     * @param stimulus whether one of them describes the stimulus
     */
    record UsedSeries(List<String> paths, boolean stimulus) {}
}
