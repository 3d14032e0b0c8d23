package org.dalescope.model.session.format.sorter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.SuggestedMapping;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.TrialTable;

/**
 * The units of the stored times of a sorter's folder, in seconds. Spike times that are whole numbers are samples; the
 * sampling rate is in params.py. Trials are on the clock of the recording.
 *
 * @param spikesS seconds per unit of the spike times
 * @param trialsS seconds per unit of the trials' times
 */
record SorterTimeUnits(double spikesS, double trialsS) {
    private static final double USUAL_RATE_HZ = 30_000;

    /** The share of the trials that must start in the recording. */
    private static final double ENOUGH = 0.5;

    /** Trials may start this much before or after the spikes, in seconds. */
    private static final double MARGIN_S = 60;

    /**
     * Trials must cover this share of the recording so that a smaller unit cannot be meant: milliseconds read as
     * seconds never fit, but seconds read as milliseconds do.
     */
    private static final double LEAST_COVERED = 1e-2;

    static SorterTimeUnits of(
            SorterFolder folder,
            ClusterSpikes spikes,
            TrialTable stored,
            RecordingMapping mapping,
            ReadingNotes notes) {
        refuseTwoRates(folder, spikes, mapping);
        double spikesS = mapping.spikeUnitS().orElseGet(() -> spikesS(folder, spikes, mapping));
        double trialsS = mapping.trialUnitS().orElse(1.0);
        if (mapping.trialUnitS().isEmpty() && !fit(stored, 1, spikes, spikesS)) {
            throw refusal(stored, spikes, spikesS, mapping);
        }
        if (!fit(stored, trialsS, spikes, spikesS)) {
            notes.warning(
                    "trials-outside",
                    "With the given units of time, fewer than half of the trials are in the recording, or all of them"
                            + " are in a hundredth of it: check --time-unit.");
        }
        return new SorterTimeUnits(spikesS, trialsS);
    }

    /** Refuses a unit of spike times that contradicts params.py, as one that is meant for the trials does. */
    private static void refuseTwoRates(SorterFolder folder, ClusterSpikes spikes, RecordingMapping mapping) {
        OptionalDouble rate = folder.sampleRateHz();
        if (!spikes.whole() || rate.isEmpty() || mapping.spikeUnitS().isEmpty()) {
            return;
        }
        double said = 1 / mapping.spikeUnitS().get();
        if (Math.abs(said / rate.getAsDouble() - 1) > 1e-9) {
            throw new InputError("The spike times of " + folder.times() + " are samples at "
                    + plain(rate.getAsDouble()) + " Hz according to params.py, but the given unit says "
                    + plain(said) + " per second: for the unit of the trials alone write --time-unit trials=UNIT, or"
                    + " correct params.py.");
        }
    }

    private static double spikesS(SorterFolder folder, ClusterSpikes spikes, RecordingMapping mapping) {
        OptionalDouble rate = folder.sampleRateHz();
        if (!spikes.whole()) {
            return 1;
        }
        if (rate.isPresent()) {
            return 1 / rate.getAsDouble();
        }
        throw new InputError(
                folder.times() + " holds whole numbers, which are samples, but the folder has no params.py with a"
                        + " sample_rate: give the sampling rate with --time-unit spikes=30000Hz, or add a file params.py"
                        + " with the line sample_rate = 30000.",
                new SuggestedMapping(
                        "Read the spike times as samples at 30 kHz",
                        mapping.inUnits(Optional.of(1 / USUAL_RATE_HZ), mapping.trialUnitS())));
    }

    /** Whether most trials start in the recording, for a unit of the trials' times in seconds. */
    private static boolean fit(TrialTable stored, double unitS, ClusterSpikes spikes, double spikesS) {
        double first = spikes.firstTime() * spikesS - MARGIN_S;
        double last = spikes.lastTime() * spikesS + MARGIN_S;
        double[] starts = finite(stored).map(start -> start * unitS).toArray();
        long inside = Arrays.stream(starts)
                .filter(start -> start >= first && start <= last)
                .count();
        double span = Arrays.stream(starts).max().orElse(0)
                - Arrays.stream(starts).min().orElse(0);
        boolean covers =
                starts.length < 3 || span >= LEAST_COVERED * (spikes.lastTime() - spikes.firstTime()) * spikesS;
        return inside >= ENOUGH * starts.length && covers;
    }

    private static InputError refusal(
            TrialTable stored, ClusterSpikes spikes, double spikesS, RecordingMapping mapping) {
        record Unit(double seconds, String word, String option) {}
        List<Unit> units = DoubleStream.of(1e-3, spikesS, 1e-6)
                .mapToObj(unit -> unit == 1e-3
                        ? new Unit(unit, "milliseconds", "ms")
                        : unit == 1e-6
                                ? new Unit(unit, "microseconds", "us")
                                : new Unit(unit, "samples at " + plain(1 / unit) + " Hz", plain(1 / unit) + "Hz"))
                .filter(unit -> fit(stored, unit.seconds(), spikes, spikesS))
                .toList();
        String sentence = String.format(
                Locale.ROOT,
                "The times of the trials in %s run from %s to %s, but the spikes run from %.1f to %.1f s.",
                stored.table().path(),
                plain(finite(stored).min().orElse(0)),
                plain(finite(stored).max().orElse(0)),
                spikes.firstTime() * spikesS,
                spikes.lastTime() * spikesS);
        if (units.isEmpty()) {
            return new InputError(sentence + " They are not on the same clock: write the trials' times on the"
                    + " recording's clock, choose another table with --trials FILE, or say that the times are right"
                    + " with --time-unit trials=s.");
        }
        Unit first = units.getFirst();
        return new InputError(
                sentence + " They look like " + first.word() + ": if they are, say so with --time-unit trials="
                        + first.option() + ".",
                new SuggestedMapping(
                        "Read the trials' times as " + first.word(),
                        mapping.inUnits(mapping.spikeUnitS(), Optional.of(first.seconds()))));
    }

    private static DoubleStream finite(TrialTable stored) {
        return Arrays.stream(stored.startS()).filter(Double::isFinite);
    }

    /** A number without the last digits, because 1 / (1 / 25000) is not 25000. */
    private static String plain(double exact) {
        return ContainerVariables.plain(Math.rint(exact * 1e6) / 1e6);
    }
}
