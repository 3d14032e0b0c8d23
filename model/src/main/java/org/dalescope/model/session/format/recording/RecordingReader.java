package org.dalescope.model.session.format.recording;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.RecordingMapping.EventChannel;
import org.dalescope.model.session.RecordingMapping.OneHot;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.SpikeClockDetector;

/**
 * Makes a session of a recording. Every choice comes from the mapping or is guessed, and all choices are kept as a
 * mapping.
 */
public final class RecordingReader {
    /** The share of the progress that is attributed to reading spikes. */
    private static final double SPIKES = 0.7;

    private final SessionRequest request;
    private final RecordingMapping mapping;
    private final ReadingNotes notes;

    /**
     * Creates a reader.
     *
     * @param notes receives the findings; those of the source are added to them
     */
    public RecordingReader(SessionRequest request, RecordingMapping mapping, ReadingNotes notes) {
        this.request = request;
        this.mapping = mapping;
        this.notes = notes;
    }

    /**
     * Reads the session.
     *
     * @throws InputError that says what is wrong, where, and what to do
     */
    public Session session(RecordingSource source) {
        RecordingSource.Tables tables = source.tables();
        SelectedUnits units = tables.units();
        TrialTable trials = tables.trials();
        TrialEvents events = TrialEvents.of(trials);
        String align = events.align(mapping);
        double[] alignS = aligned(events, align);
        TrialWindows windows =
                WindowChoice.of(trials, alignS, mapping, units.neurons().size(), tables.edgeMs(), notes);
        SpikeCounts counts = source.count(windows, request.watch().part(0, SPIKES));
        clock(counts, trials);
        Mask observed = ObservedBins.of(source.intervalsS(), counts, windows, source.invalidS(), notes);
        List<Factor> factors = TrialFactors.of(trials, events, mapping, notes);
        RecordingInputs inputs = new RecordingInputs();
        RecordingSource.UsedSeries series = source.addSeries(
                ofFirstRun(windows, counts), inputs, request.watch().part(SPIKES, 1));
        // If series describe the stimulus, the alignment, which is the same in every trial, adds nothing.
        List<EventChannel> channels = mapping.events()
                .orElseGet(() -> events.channels(series.stimulus() ? Optional.of(align) : Optional.empty()));
        EventInputs.add(channels, events, windows, inputs);
        List<OneHot> oneHots = mapping.oneHots().orElseGet(() -> OneHotInputs.guessed(factors, inputs));
        OneHotInputs.add(oneHots, factors, inputs, windows.bins());
        if (inputs.isEmpty()) {
            notes.warning(
                    "no-inputs",
                    "The file has no events and no series that could drive a network: all trials look the same to it.");
        }
        RecordingMapping understood = new RecordingMapping(
                Optional.of(trials.table().path()),
                Optional.of(align),
                Optional.of(windows.startMs()),
                Optional.of(windows.startMs() + windows.lengthMs()),
                Optional.of(windows.binMs()),
                Optional.of(tables.spikeUnitS()),
                Optional.of(trials.unitS()),
                List.of(),
                units.excluded(),
                units.typeColumn(),
                units.types(),
                units.narrowBelow(),
                Optional.of(factors.stream().map(Factor::name).toList()),
                Optional.of(channels),
                Optional.of(series.paths()),
                Optional.of(oneHots));
        return new Session(
                name(request.file()),
                new SessionSource(
                        request.file(), tables.format(), request.sha256(), notes.all(), Optional.of(understood)),
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

    private void clock(SpikeCounts counts, TrialTable trials) {
        OptionalInt last = counts.clock().lastTrial(trials.startS(), SpikeClockDetector.runsOf(trials.startS()));
        String before = last.isPresent() ? String.valueOf(trials.ids()[last.getAsInt()]) : "";
        counts.clock().finding(before, counts.trialsToo()).ifPresent(notes::add);
    }

    /** The windows for series, which are on one clock: trials of a later run have no samples, which counts as a gap. */
    private static TrialWindows ofFirstRun(TrialWindows windows, SpikeCounts counts) {
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
