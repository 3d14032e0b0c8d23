package org.dalescope.model.session.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;

/**
 * What a user says about a file without writing a mapping: the event of time zero, the table of trials, units of time,
 * and which units of the recording are used.
 *
 * @param align the event of time zero and the window around it
 * @param trials the table of trials
 * @param spikeUnitS seconds per unit of the spike times
 * @param trialUnitS seconds per unit of the trials' times
 * @param quality the labels of the units that are used; empty for no choice
 * @param narrowBelow the trough-to-peak time in ms below which units are inhibitory
 * @param averageTrials number of trials in each average of a file of averages
 */
public record MappingChanges(
        Optional<Alignment> align,
        Optional<String> trials,
        Optional<Double> spikeUnitS,
        Optional<Double> trialUnitS,
        List<String> quality,
        Optional<Double> narrowBelow,
        Optional<Integer> averageTrials) {
    /** No changes. */
    public static final MappingChanges NONE = new MappingChanges(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** Changes that do not concern averages. */
    public MappingChanges(
            Optional<Alignment> align,
            Optional<String> trials,
            Optional<Double> spikeUnitS,
            Optional<Double> trialUnitS,
            List<String> quality,
            Optional<Double> narrowBelow) {
        this(align, trials, spikeUnitS, trialUnitS, quality, narrowBelow, Optional.empty());
    }

    /**
     * The event of time zero and the window around it.
     *
     * @param column name of the column or the variable with the event's times
     */
    public record Alignment(String column, double fromMs, double toMs) {
        /**
         * Parses {@code COLUMN:FROM:TO}, such as {@code cue_time:-500:1000}.
         *
         * @throws InputError if the text has another form
         */
        public static Alignment of(String text) {
            int last = text.lastIndexOf(':');
            int middle = last < 0 ? -1 : text.lastIndexOf(':', last - 1);
            if (middle > 0) {
                OptionalDouble from = DecimalParser.parse(text.substring(middle + 1, last));
                OptionalDouble to = DecimalParser.parse(text.substring(last + 1));
                if (from.isPresent() && to.isPresent() && from.getAsDouble() < to.getAsDouble()) {
                    return new Alignment(text.substring(0, middle), from.getAsDouble(), to.getAsDouble());
                }
            }
            throw new InputError(
                    "--align " + text + " is not COLUMN:FROM:TO with the window in ms, FROM before TO: write"
                            + " for example --align cue_time:-500:1000.");
        }
    }

    /**
     * Seconds per unit of a text such as {@code ms} or {@code 30000Hz}.
     *
     * @throws InputError if the text is not a unit of time
     */
    public static double unitS(String text) {
        String word = text.strip();
        if (word.toLowerCase(Locale.ROOT).endsWith("hz")) {
            boolean kilo = word.toLowerCase(Locale.ROOT).endsWith("khz");
            OptionalDouble rate = DecimalParser.parse(word.substring(0, word.length() - (kilo ? 3 : 2)));
            if (rate.isPresent() && rate.getAsDouble() > 0) {
                return 1 / (rate.getAsDouble() * (kilo ? 1000 : 1));
            }
        }
        return switch (word) {
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "us" -> 1e-6;
            case "ns" -> 1e-9;
            default ->
                throw new InputError(
                        "--time-unit " + text + " is not a unit of time: use s, ms, us, ns, or the sampling"
                                + " rate for times in samples, such as 30000Hz.");
        };
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * The mapping with the changes.
     *
     * @param file the file for errors
     * @throws InputError if a change has no effect on such a mapping
     */
    public Mapping of(Mapping mapping, String file) {
        return switch (mapping) {
            case RecordingMapping recording -> changed(recording, file);
            case ArrayMapping arrays -> changed(arrays, file);
        };
    }

    private RecordingMapping changed(RecordingMapping mapping, String file) {
        if (averageTrials.isPresent()) {
            throw withoutAverages(file);
        }
        RecordingMapping changed = mapping;
        if (align.isPresent()) {
            changed = changed.aligned(
                    align.get().column(), align.get().fromMs(), align.get().toMs());
        }
        if (trials.isPresent()) {
            changed = changed.withTrials(trials.get());
        }
        if (spikeUnitS.isPresent() || trialUnitS.isPresent()) {
            changed = changed.inUnits(spikeUnitS.or(changed::spikeUnitS), trialUnitS.or(changed::trialUnitS));
        }
        if (!quality.isEmpty()) {
            changed = changed.ofQuality(quality);
        }
        if (narrowBelow.isPresent()) {
            changed = changed.typedByWaveform(narrowBelow.get());
        }
        return changed;
    }

    private ArrayMapping changed(ArrayMapping mapping, String file) {
        List<String> without = new ArrayList<>();
        trials.ifPresent(t -> without.add("--trials"));
        trialUnitS.filter(unit -> !spikeUnitS.equals(trialUnitS)).ifPresent(u -> without.add("--time-unit trials=..."));
        narrowBelow.ifPresent(n -> without.add("--narrow-below"));
        if (!quality.isEmpty()) {
            without.add("--quality");
        }
        boolean spikes = mapping.activity().holds() == ArrayMapping.Content.SPIKE_TIMES
                || mapping.activity().holds() == ArrayMapping.Content.SPIKE_TRIPLETS;
        if (!spikes) {
            align.ifPresent(a -> without.add("--align"));
            spikeUnitS.ifPresent(u -> without.add("--time-unit"));
        }
        if (!without.isEmpty()) {
            throw new InputError(String.join(" and ", without) + (without.size() == 1 ? " has" : " have")
                    + " no effect on " + file + ", which is a file of arrays"
                    + (spikes ? "" : " without spike times") + ": leave it out, or use --mapping FILE.json.");
        }
        boolean averages = mapping.activity().holds() == ArrayMapping.Content.AVERAGES;
        if (averageTrials.isPresent() && !averages) {
            throw withoutAverages(file);
        }
        ArrayMapping changed = averageTrials.map(mapping::averagedOver).orElse(mapping);
        boolean perTrial = mapping.activity().holds() == ArrayMapping.Content.SPIKE_TRIPLETS
                && !(mapping.activity().trialOf().isEmpty()
                        && mapping.activity().variable().isEmpty());
        if (align.isPresent() && perTrial) {
            throw new InputError("--align has no effect on " + file + ": it gives the trial of every spike, so that the"
                    + " times count from each trial. Leave it out.");
        }
        if (align.isPresent()) {
            changed = changed.aligned(
                    align.get().column(), align.get().fromMs(), align.get().toMs());
        }
        return spikeUnitS.isPresent() ? changed.inUnit(unit(spikeUnitS.get())) : changed;
    }

    private static InputError withoutAverages(String file) {
        return new InputError("--average-trials has no effect on " + file
                + ", which does not hold averages over trials: leave it out.");
    }

    private static ArrayMapping.Unit unit(double seconds) {
        for (ArrayMapping.Unit unit : ArrayMapping.Unit.values()) {
            if (unit.ms() / 1000 == seconds) {
                return unit;
            }
        }
        throw new InputError("--time-unit of a file of arrays must be s, ms or us: convert samples to seconds first.");
    }
}
