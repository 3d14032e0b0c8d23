package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.SuggestedMapping;
import org.dalescope.model.session.format.TrialTimeDetector;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.SelectedUnits;
import org.dalescope.model.session.format.recording.TrialTable;

/**
 * The units of the stored times of an NWB file, in seconds. NWB requires seconds, but files with milliseconds or clock
 * ticks exist, and reading them as seconds would give rates that are 1000 or 30 000 times too low.
 *
 * @param spikesS seconds per unit of spike times
 * @param trialsS seconds per unit of interval times
 */
record TimeUnits(double spikesS, double trialsS) {
    private static final double HOUR = 3600;
    private static final double LONGEST_SESSION_S = 48 * 3600;
    private static final double LONGEST_TRIAL_S = 3 * 3600;

    /**
     * The ends of the spike times and of the trials differ by at most this factor, unless they are on different clocks.
     */
    private static final double OTHER_CLOCK = 300;

    private static final int FEWEST = 3;
    private static final int FEWEST_RUNS = 3;
    private static final double RUNS_PER_TRIAL = 0.3;

    /** Unordered times go back at every second spike, so their runs are shorter than this. */
    private static final int SHORTEST_RUN = 3;

    private static final int FEWEST_SPIKES = 50;

    /** Trials that follow each other within this time, in s, have their times in seconds. */
    private static final double LONGEST_SPACING_S = 120;

    private static final int SAMPLE = 1000;
    private static final int SAMPLED_UNITS = 5;

    /**
     * The number of single times that are sampled over a whole list; if the clock restarts, the last time is not the
     * highest.
     */
    private static final int PROBES = 32;

    private static final double USUAL_RATE = 5;
    private static final double SLOWEST_MEDIAN_INTERVAL = 5;

    /** The properties of a sample of the stored spike times. Clocks may start at any value, so spans are compared. */
    private record Look(
            double start,
            double end,
            double medianInterval,
            boolean whole,
            Optional<Double> resolutionS,
            double low,
            double high,
            int seen,
            int backwards,
            boolean restarts,
            double spikesPerUnit) {
        double span() {
            return end - start;
        }

        /**
         * Whether the times can be compared with the other clock. They cannot if they go back, because their end is
         * then not known.
         */
        boolean isOrdered() {
            return backwards == 0 && !restarts;
        }

        /** Whether the sampled times go back as often as in lists that were joined trial by trial. */
        boolean joined(int trials) {
            double runs = backwards * spikesPerUnit / Math.max(1, seen);
            return runs >= FEWEST_RUNS && runs >= RUNS_PER_TRIAL * trials && seen >= SHORTEST_RUN * backwards;
        }
    }

    static TimeUnits of(
            NwbTable table, SelectedUnits units, TrialTable stored, RecordingMapping mapping, ReadingNotes notes) {
        Look spikes = inspect(table, units);
        refusePerTrial(spikes, units, stored, mapping);
        double trialsEnd =
                Arrays.stream(stored.startS()).filter(Double::isFinite).max().orElse(0);
        boolean trialsBad = badTrials(stored, trialsEnd, spikes);
        double trialsS = mapping.trialUnitS().orElse(1.0);
        if (trialsBad && mapping.trialUnitS().isEmpty()) {
            double suspected = suspected(
                    trialsEnd, Optional.of(spikes.end() * mapping.spikeUnitS().orElse(1.0)), spikes);
            throw refusal(
                    "The trials of " + stored.table().path(),
                    trialsEnd,
                    "the spike times reach " + spikes.end(),
                    "trials_s",
                    suspected,
                    mapping.inUnits(mapping.spikeUnitS(), Optional.of(suspected)));
        }
        if (badSpikes(spikes, trialsEnd * trialsS, stored.rows())
                && mapping.spikeUnitS().isEmpty()) {
            double suspected = suspected(spikes.end(), Optional.of(trialsEnd * trialsS), spikes);
            throw refusal(
                    "The spike times of " + units.table().path(),
                    spikes.end(),
                    "the trials reach " + trialsEnd * trialsS,
                    "spikes_s",
                    suspected,
                    mapping.inUnits(Optional.of(suspected), mapping.trialUnitS()));
        }
        double spikesS = mapping.spikeUnitS().orElse(1.0);
        if (spikesS != 1 || trialsS != 1) {
            notes.notice(
                    "time-unit",
                    String.format(
                            Locale.ROOT,
                            "As the mapping says, one unit of the stored spike times is %s s and one unit of the trial"
                                    + " times is %s s.",
                            spikesS,
                            trialsS));
        }
        return new TimeUnits(spikesS, trialsS);
    }

    /** Rejects spike times that are counted from each trial's start: no unit puts them on the session's clock. */
    private static void refusePerTrial(Look spikes, SelectedUnits units, TrialTable trials, RecordingMapping mapping) {
        if (mapping.spikeUnitS().isPresent() || mapping.trialUnitS().isPresent() || spikes.seen() < FEWEST_SPIKES) {
            return;
        }
        double span = spikes.high() - spikes.low();
        boolean seconds = TrialTimeDetector.perTrial(span, trials.startS())
                && (spikes.joined(trials.rows()) || TrialTimeDetector.spacing(trials.startS()) <= LONGEST_SPACING_S);
        boolean thousandths = spikes.joined(trials.rows()) && TrialTimeDetector.perTrial(span / 1000, trials.startS());
        if (seconds || thousandths) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "The spike times of %s only run from %.3f to %.3f, but the trials of %s run from %.3f to %.3f s:"
                            + " the spike times seem to be counted from each trial instead of from the session's start."
                            + " NWB requires times on the session's clock: add the time of the trial's event to every"
                            + " spike time and write the file again, or export spike times per trial and neuron to a"
                            + " file of arrays (spike-times in a mapping).",
                    units.table().path(),
                    spikes.low(),
                    spikes.high(),
                    trials.table().path(),
                    Arrays.stream(trials.startS())
                            .filter(Double::isFinite)
                            .min()
                            .orElse(0),
                    Arrays.stream(trials.startS())
                            .filter(Double::isFinite)
                            .max()
                            .orElse(0)));
        }
    }

    private static boolean badTrials(TrialTable trials, double end, Look spikes) {
        double[] lengths = new double[trials.rows()];
        Arrays.setAll(lengths, i -> trials.stopS()[i] - trials.startS()[i]);
        double[] sorted =
                Arrays.stream(lengths).filter(Double::isFinite).sorted().toArray();
        boolean longTrials = sorted.length >= FEWEST && sorted[sorted.length / 2] > LONGEST_TRIAL_S;
        double span = end
                - Arrays.stream(trials.startS()).filter(Double::isFinite).min().orElse(0);
        boolean spikesAreFine = spikes.isOrdered() && spikes.end() > 0 && spikes.span() <= LONGEST_SESSION_S;
        return trials.rows() >= FEWEST
                && (longTrials || span > LONGEST_SESSION_S || (spikesAreFine && end > OTHER_CLOCK * spikes.end()));
    }

    private static boolean badSpikes(Look spikes, double trialsEnd, int trials) {
        boolean otherClock =
                spikes.isOrdered() && trials >= FEWEST && trialsEnd > 0 && spikes.end() > OTHER_CLOCK * trialsEnd;
        boolean ticks = spikes.whole() && spikes.medianInterval() >= SLOWEST_MEDIAN_INTERVAL;
        return spikes.span() > LONGEST_SESSION_S || otherClock || ticks;
    }

    /**
     * The unit with which the times end where the other clock ends or, without another clock, with which neurons fire
     * at usual rates.
     */
    private static double suspected(double end, Optional<Double> otherEndS, Look spikes) {
        boolean known = otherEndS.isPresent() && otherEndS.get() > 0 && otherEndS.get() <= LONGEST_SESSION_S;
        if (!known && spikes.whole() && spikes.resolutionS().isPresent()) {
            return spikes.resolutionS().get();
        }
        double best = 1e-3;
        double least = Double.POSITIVE_INFINITY;
        for (double unit : candidates().keySet()) {
            double off = known
                    ? Math.abs(Math.log(end * unit / otherEndS.get()))
                    : Math.abs(Math.log(spikes.medianInterval() * unit * USUAL_RATE));
            if (off < least) {
                least = off;
                best = unit;
            }
        }
        return best;
    }

    private static Map<Double, String> candidates() {
        Map<Double, String> names = new LinkedHashMap<>();
        names.put(1e-3, "milliseconds");
        names.put(1e-6, "microseconds");
        names.put(1.0 / 30_000, "ticks of a 30 kHz clock");
        names.put(1e-9, "nanoseconds");
        return names;
    }

    private static InputError refusal(
            String what, double end, String others, String key, double unit, RecordingMapping confirmed) {
        String name = candidates().getOrDefault(unit, "units of " + unit + " s");
        String sentence = String.format(
                Locale.ROOT,
                "%s cannot be in seconds: they reach %s, which would be %s; they look like %s. If they are, confirm it"
                        + " with --time-unit %s, or with a mapping that contains {\"kind\": \"recording\","
                        + " \"time_unit\": {\"%s\": %s}}.",
                what,
                end,
                end >= HOUR
                        ? String.format(Locale.ROOT, "%.0f hours", end / HOUR)
                        : String.format(Locale.ROOT, "%.3f s, but %s s", end, others),
                name,
                option(key, unit),
                key,
                unit);
        String words = "Read the " + (key.equals("trials_s") ? "trials' times" : "spike times") + " as " + name;
        return new InputError(sentence, new SuggestedMapping(words, confirmed));
    }

    /** The unit as the command line takes it. */
    private static String option(String key, double unit) {
        String which = key.equals("trials_s") ? "trials=" : "spikes=";
        if (unit == 1e-3) {
            return which + "ms";
        }
        if (unit == 1e-6) {
            return which + "us";
        }
        return which + (unit == 1e-9 ? "ns" : String.format(Locale.ROOT, "%.0fHz", 1 / unit));
    }

    private static Look inspect(NwbTable table, SelectedUnits units) {
        Dataset times = table.dataset(NwbSpikes.SPIKE_TIMES).orElseThrow();
        RaggedSpans spans = RaggedSpans.of(table, units, NwbSpikes.SPIKE_TIMES);
        double start = Double.POSITIVE_INFINITY;
        double end = 0;
        double[] intervals = new double[0];
        boolean whole = true;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int backwards = 0;
        boolean restarts = false;
        long all = 0;
        int sampled = 0;
        int seen = 0;
        int step = Math.max(1, units.rows().length / SAMPLED_UNITS);
        for (int unit = 0; unit < units.rows().length; unit += step) {
            long from = spans.from()[unit];
            int count = (int) Math.min(SAMPLE, spans.to()[unit] - from);
            if (count < 2) {
                continue;
            }
            double[] sample = Hdf5DatasetValues.numbers(times, from, count, 1);
            double[] probes = probes(times, from, spans.to()[unit]);
            start = Math.min(start, sample[0]);
            for (double[] seenHere : List.of(sample, probes)) {
                low = Math.min(low, Arrays.stream(seenHere).min().orElse(low));
                high = Math.max(high, Arrays.stream(seenHere).max().orElse(high));
            }
            end = Math.max(end, high);
            restarts |= decreases(probes);
            whole &= Arrays.stream(sample).allMatch(time -> time == Math.rint(time));
            double[] more = Arrays.copyOf(intervals, intervals.length + count - 1);
            for (int i = 1; i < count; i++) {
                more[intervals.length + i - 1] = sample[i] - sample[i - 1];
                backwards += sample[i] < sample[i - 1] ? 1 : 0;
            }
            intervals = more;
            seen += count;
            all += spans.to()[unit] - from;
            sampled++;
        }
        Arrays.sort(intervals);
        double median = intervals.length == 0 ? 0 : intervals[intervals.length / 2];
        return new Look(
                Math.min(start, end),
                end,
                median,
                whole && seen >= 50,
                Hdf5Tree.number(times, "resolution").filter(s -> s > 0 && s < 1),
                low,
                high,
                seen,
                backwards,
                restarts,
                (double) all / Math.max(1, sampled));
    }

    /** Times sampled from the first of a list to its last, in the order of the file. */
    private static double[] probes(Dataset times, long from, long to) {
        int count = (int) Math.min(PROBES, to - from);
        double[] probes = new double[count];
        for (int i = 0; i < count; i++) {
            long at = count == 1 ? from : from + (to - 1 - from) * i / (count - 1);
            probes[i] = Hdf5DatasetValues.numbers(times, at, 1, 1)[0];
        }
        return probes;
    }

    private static boolean decreases(double[] times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] < times[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
