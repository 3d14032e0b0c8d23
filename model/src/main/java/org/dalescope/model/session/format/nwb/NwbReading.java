package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.NwbMapping;
import org.dalescope.model.session.NwbMapping.EventChannel;
import org.dalescope.model.session.NwbMapping.OneHot;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.SpikeClockDetector;

/**
 * Reads a session from one NWB file. Every choice comes from the mapping or is guessed, and all choices are kept as a
 * mapping.
 */
final class NwbReading {
    /** The share of the progress that is attributed to reading spikes. */
    private static final double SPIKES = 0.7;

    private final SessionRequest request;
    private final NwbMapping mapping;
    private final ReadingNotes notes = new ReadingNotes();
    private final Hdf5Tree tree;

    NwbReading(HdfFile file, SessionRequest request, NwbMapping mapping) {
        this.request = request;
        this.mapping = mapping;
        this.tree = new Hdf5Tree(file, notes);
    }

    Session session(String format) {
        request.watch().at(0);
        SelectedUnits units = SelectedUnits.of(UnitsTable.of(tree, notes), mapping, notes);
        TrialTable stored = TrialTable.of(tree, mapping, notes);
        TimeUnits unit = TimeUnits.of(units, stored, mapping, notes);
        TrialTable trials = stored.inUnits(unit.trialsS());
        TrialEvents events = TrialEvents.of(trials);
        String align = events.align(mapping);
        double[] alignS = aligned(events, align);
        TrialWindows windows =
                WindowChoice.of(trials, alignS, mapping, units.neurons().size(), notes);
        NwbSpikeCounts counts = NwbSpikeCounts.of(
                units, windows, unit.spikesS(), request.watch().part(0, SPIKES));
        clock(counts, trials);
        Mask observed =
                ObservationIntervals.of(units, counts, windows, unit, TrialTable.invalidS(tree, unit.trialsS()), notes);
        List<Factor> factors = TrialFactors.of(trials, events, mapping, notes);
        NwbInputs inputs = new NwbInputs();
        List<NwbTimeSeries> series = SeriesInputs.add(
                SeriesSearch.of(tree, mapping, notes),
                ofFirstRun(windows, counts),
                inputs,
                notes,
                request.watch().part(SPIKES, 1));
        List<EventChannel> channels = mapping.events().orElseGet(() -> events.channels(align(align, series)));
        EventInputs.add(channels, events, windows, inputs);
        List<OneHot> oneHots = mapping.oneHots().orElseGet(() -> OneHotInputs.guessed(factors, inputs));
        OneHotInputs.add(oneHots, factors, inputs, windows.bins());
        if (inputs.isEmpty()) {
            notes.warning(
                    "no-inputs",
                    "The file has no events and no series that could drive a network: all trials look the same to it.");
        }
        NwbMapping understood = new NwbMapping(
                Optional.of(trials.table().path()),
                Optional.of(align),
                Optional.of(windows.startMs()),
                Optional.of(windows.startMs() + windows.lengthMs()),
                Optional.of(windows.binMs()),
                Optional.of(unit.spikesS()),
                Optional.of(unit.trialsS()),
                mapping.excludedUnits(),
                units.typeColumn(),
                units.types(),
                Optional.of(factors.stream().map(Factor::name).toList()),
                Optional.of(channels),
                Optional.of(series.stream().map(NwbTimeSeries::path).toList()),
                Optional.of(oneHots));
        return new Session(
                name(request.file()),
                new SessionSource(request.file(), format, request.sha256(), notes.all(), Optional.of(understood)),
                windows.axis(TrialEvents.stem(align)),
                units.neurons(),
                inputs.channels(),
                factors,
                trials.ids(),
                durations(trials, windows),
                counts.rates(),
                inputs.joined(windows.trials() * windows.bins()),
                observed);
    }

    private void clock(NwbSpikeCounts counts, TrialTable trials) {
        OptionalInt last = counts.clock().lastTrial(trials.startS(), SpikeClockDetector.runsOf(trials.startS()));
        String before = last.isPresent() ? String.valueOf(trials.ids()[last.getAsInt()]) : "";
        counts.clock().finding(before, counts.trialsToo()).ifPresent(notes::add);
    }

    /** The windows for series, which are on one clock: trials of a later run have no samples, which counts as a gap. */
    private static TrialWindows ofFirstRun(TrialWindows windows, NwbSpikeCounts counts) {
        boolean[] first = new boolean[windows.trials()];
        for (int trial = 0; trial < first.length; trial++) {
            first[trial] = counts.trialRuns()[trial] == 0;
        }
        return windows.where(first);
    }

    private double[] aligned(TrialEvents events, String align) {
        double[] alignS = events.at(align);
        long without =
                Arrays.stream(alignS).filter(time -> !Double.isFinite(time)).count();
        if (without == alignS.length) {
            throw new InputError(
                    "No trial has a time in '" + align + "': choose another column with \"align\" in a mapping.");
        }
        if (without > 0) {
            notes.warning(
                    "trials-without-event",
                    without + " of " + alignS.length + " trials have no time in '" + align
                            + "' to align to: they have no data and count as aborted.");
        }
        List<String> others = events.timesS().keySet().stream()
                .filter(column -> !column.equals(align))
                .toList();
        notes.notice(
                "alignment",
                "Time zero is '" + align + "'"
                        + (others.isEmpty()
                                ? "."
                                : ": choose another event with \"align\" in a mapping (" + ReadingNotes.list(others)
                                        + ")."));
        return alignS;
    }

    /**
     * The event that gets no channel: if series describe the stimulus, the alignment, which is the same in every trial,
     * adds nothing.
     */
    private static Optional<String> align(String align, List<NwbTimeSeries> series) {
        return series.stream().anyMatch(NwbTimeSeries::isStimulus) ? Optional.of(align) : Optional.empty();
    }

    /**
     * The durations of the trials from the window's first bin to the trial's end, so that with
     * {@code data.mask_origin = array-start} exactly the whole bins before the end are valid. A trial that ended before
     * its first whole bin after time zero counts as aborted.
     */
    private static double[] durations(TrialTable trials, TrialWindows windows) {
        double[] durations = new double[windows.trials()];
        for (int trial = 0; trial < durations.length; trial++) {
            double stop = trials.stopS()[trial];
            double afterMs = (stop - windows.alignS()[trial]) * 1000;
            if (!Double.isFinite(windows.alignS()[trial])) {
                durations[trial] = 0;
            } else if (Double.isNaN(stop)) {
                durations[trial] = windows.lengthMs();
            } else if (afterMs < windows.binMs()) {
                durations[trial] = Math.max(0, afterMs);
            } else {
                durations[trial] = rounded(afterMs - windows.startMs());
            }
        }
        return durations;
    }

    /** Removes the rounding error of times in seconds, which would lose the last bin. */
    private static double rounded(double ms) {
        return Math.rint(ms * 1e6) / 1e6;
    }

    private static String name(Path path) {
        Path file = path.getFileName();
        return file == null ? path.toString() : file.toString();
    }
}
