package org.dalescope.model.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping from an NWB file to a recorded session, which says where its parts come from. Absent entries are guessed
 * from the file; the mapping of an opened session contains every guess.
 *
 * @param trials path of the table whose rows are the trials
 * @param align column of that table at which time is zero
 * @param windowStartMs start of the first bin, from the alignment
 * @param windowEndMs end of the last bin, from the alignment
 * @param spikeUnitS seconds per unit of the stored spike times and observation intervals; 1 if they are in seconds
 * @param trialUnitS seconds per unit of the stored interval times
 * @param excludedUnits for each column of the units table, the values whose units are left out
 * @param typeColumn column of the units table that gives cell types; "location" for the brain area of the units
 * @param types the meaning of every word of that column
 * @param factors columns of the trials table that become factors
 * @param events event columns of the trials table that become channels
 * @param series paths of the time series that become channels
 * @param oneHots factors that become one channel per level
 */
public record NwbMapping(
        Optional<String> trials,
        Optional<String> align,
        Optional<Double> windowStartMs,
        Optional<Double> windowEndMs,
        Optional<Double> binMs,
        Optional<Double> spikeUnitS,
        Optional<Double> trialUnitS,
        Map<String, List<String>> excludedUnits,
        Optional<String> typeColumn,
        Map<String, CellTypeChoice> types,
        Optional<List<String>> factors,
        Optional<List<EventChannel>> events,
        Optional<List<String>> series,
        Optional<List<OneHot>> oneHots)
        implements Mapping {
    /** The kind of NWB mappings in JSON. */
    public static final String KIND = "nwb";

    /** A mapping in which everything is guessed. */
    public static final NwbMapping GUESSED = new NwbMapping(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Map.of(),
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
    public NwbMapping inUnits(Optional<Double> spikesS, Optional<Double> trialsS) {
        return new NwbMapping(
                trials,
                align,
                windowStartMs,
                windowEndMs,
                binMs,
                spikesS,
                trialsS,
                excludedUnits,
                typeColumn,
                types,
                factors,
                events,
                series,
                oneHots);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
