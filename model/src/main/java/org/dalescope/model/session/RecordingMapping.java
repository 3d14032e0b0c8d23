package org.dalescope.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping from a recording (an NWB file or the folder of a spike sorter) to a session, which says where its parts
 * come from. Absent entries are guessed from the file; the mapping of an opened session contains every guess.
 *
 * @param trials name of the table whose rows are the trials
 * @param align column of that table at which time is zero
 * @param windowStartMs start of the first bin, from the alignment
 * @param windowEndMs end of the last bin, from the alignment
 * @param spikeUnitS seconds per unit of the stored spike times and observation intervals; 1 if they are in seconds
 * @param trialUnitS seconds per unit of the stored interval times
 * @param quality the labels of the units that are used, of a spike sorter; empty for the good ones
 * @param excludedUnits for each column of the units table, the values whose units are left out
 * @param typeColumn column of the units table that gives cell types; "location" for the brain area of the units
 * @param types the meaning of every word of that column
 * @param narrowBelow for a column of trough-to-peak times: units with a shorter time are inhibitory, others excitatory
 * @param factors columns of the trials table that become factors
 * @param events event columns of the trials table that become channels
 * @param series paths of the time series that become channels
 * @param oneHots factors that become one channel per level
 */
public record RecordingMapping(
        Optional<String> trials,
        Optional<String> align,
        Optional<Double> windowStartMs,
        Optional<Double> windowEndMs,
        Optional<Double> binMs,
        Optional<Double> spikeUnitS,
        Optional<Double> trialUnitS,
        List<String> quality,
        Map<String, List<String>> excludedUnits,
        Optional<String> typeColumn,
        Map<String, CellTypeChoice> types,
        Optional<Double> narrowBelow,
        Optional<List<String>> factors,
        Optional<List<EventChannel>> events,
        Optional<List<String>> series,
        Optional<List<OneHot>> oneHots)
        implements Mapping {
    /** The kind of these mappings in JSON. */
    public static final String KIND = "recording";

    /** The name of the kind in mappings that earlier versions wrote. */
    public static final String OLD_KIND = "nwb";

    /** A mapping in which everything is guessed. */
    public static final RecordingMapping GUESSED = new RecordingMapping(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * A channel made of event times.
     *
     * @param on column of the event's times
     * @param off column of the times at which the event ends: the channel is 1 in between; without this column, it is a
     *     pulse of one bin
     */
    public record EventChannel(String name, String on, Optional<String> off) {}

    /**
     * A factor as one channel per level. The channel is 1 while any of the named event channels is 1.
     *
     * @param during names of the event channels; if empty, the channel is 1 over the whole trial
     */
    public record OneHot(String factor, List<String> during) {}

    /**
     * The same mapping with the stored times in other units.
     *
     * @param spikesS seconds per unit of the spike times
     * @param trialsS seconds per unit of the interval times
     */
    public RecordingMapping inUnits(Optional<Double> spikesS, Optional<Double> trialsS) {
        Copy copy = new Copy();
        copy.spikesS = spikesS;
        copy.trialsS = trialsS;
        return copy.mapping();
    }

    /** The same mapping with the trials in another table. */
    public RecordingMapping withTrials(String table) {
        Copy copy = new Copy();
        copy.table = Optional.of(table);
        return copy.mapping();
    }

    /** The same mapping with another event at time zero and another window around it, in ms. */
    public RecordingMapping aligned(String column, double fromMs, double toMs) {
        Copy copy = new Copy();
        copy.event = Optional.of(column);
        copy.fromMs = Optional.of(fromMs);
        copy.toMs = Optional.of(toMs);
        return copy.mapping();
    }

    /** The same mapping without the units that have one of these values in a column. */
    public RecordingMapping excluding(String column, List<String> values) {
        Copy copy = new Copy();
        copy.excluded = new LinkedHashMap<>(excludedUnits);
        copy.excluded.put(column, List.copyOf(values));
        return copy.mapping();
    }

    /** The same mapping with the units that have one of these labels. */
    public RecordingMapping ofQuality(List<String> labels) {
        Copy copy = new Copy();
        copy.labels = List.copyOf(labels);
        return copy.mapping();
    }

    /** The same mapping with types from trough-to-peak times: units with a shorter time are inhibitory. */
    public RecordingMapping typedByWaveform(double narrow) {
        Copy copy = new Copy();
        copy.narrow = Optional.of(narrow);
        return copy.mapping();
    }

    /** The entries that a copy of this mapping may change. */
    private final class Copy {
        private Optional<String> table = trials;
        private Optional<String> event = align;
        private Optional<Double> fromMs = windowStartMs;
        private Optional<Double> toMs = windowEndMs;
        private Optional<Double> spikesS = spikeUnitS;
        private Optional<Double> trialsS = trialUnitS;
        private List<String> labels = quality;
        private Map<String, List<String>> excluded = excludedUnits;
        private Optional<Double> narrow = narrowBelow;

        RecordingMapping mapping() {
            return new RecordingMapping(
                    table,
                    event,
                    fromMs,
                    toMs,
                    binMs,
                    spikesS,
                    trialsS,
                    labels,
                    excluded,
                    typeColumn,
                    types,
                    narrow,
                    factors,
                    events,
                    series,
                    oneHots);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }
}
