package org.dalescope.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * The mapping, kept with a recorded session, from the variables of a container file to its activity, bins, neurons,
 * trials and inputs. Variables are named by path ({@code data.spikes}); an empty name means that there is no variable.
 * Times are in ms unless a unit says otherwise.
 *
 * @param averages the averages over trials that the file holds instead of single trials; empty for single trials
 */
public record ArrayMapping(
        Activity activity, Timing time, Neurons neurons, Trials trials, List<Input> inputs, List<Average> averages)
        implements Mapping {
    /** The word for this kind of mapping. */
    public static final String KIND = "arrays";

    /** The content of the activity's numbers. */
    public enum Content {
        /** sp/s. */
        @JsonProperty("rates")
        RATES,
        /** Spikes per bin. */
        @JsonProperty("counts")
        COUNTS,
        /** Lists of spike times, in cells per trial and neuron, or per neuron for the whole session. */
        @JsonProperty("spike-times")
        SPIKE_TIMES,
        /** One row per spike: trial, neuron, time. */
        @JsonProperty("spike-triplets")
        SPIKE_TRIPLETS,
        /** Mean rates over trials in sp/s, without single trials; one variable for each condition. */
        @JsonProperty("averages")
        AVERAGES
    }

    /** The meaning of an axis. */
    public enum Axis {
        @JsonProperty("trial")
        TRIAL,
        @JsonProperty("bin")
        BIN,
        @JsonProperty("neuron")
        NEURON,
        @JsonProperty("channel")
        CHANNEL,
        /** The spike times of one list, padded to equal length; the last axis unless the mapping names it. */
        @JsonProperty("spike")
        SPIKE;

        /** The word in JSON and in sentences. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Unit of times in a variable. */
    public enum Unit {
        @JsonProperty("s")
        SECONDS(1000),
        @JsonProperty("ms")
        MILLISECONDS(1),
        @JsonProperty("us")
        MICROSECONDS(1e-3);

        private final double ms;

        Unit(double ms) {
            this.ms = ms;
        }

        /** The unit in sentences. */
        public String word() {
            return switch (this) {
                case SECONDS -> "s";
                case MILLISECONDS -> "ms";
                case MICROSECONDS -> "microseconds";
            };
        }

        /** Length of one unit in ms. */
        public double ms() {
            return ms;
        }
    }

    /**
     * The recorded activity.
     *
     * @param variable the array, cell array or field of a struct array; for triplets, an array with three columns or
     *     empty
     * @param axes the axes of the variable, from outer to inner if cells hold arrays
     * @param trialOf for triplets: the variable with the trial of every spike; {@code neuronOf} and {@code timeOf}
     *     likewise
     * @param align the variable with the time of the event in every trial, for spike times that count from the
     *     session's start
     * @param indexBase for triplets: "0" or "1" if trial and neuron numbers are positions counted from there; empty if
     *     the file shows it
     */
    public record Activity(
            String variable,
            Content holds,
            List<Axis> axes,
            Unit unit,
            String trialOf,
            String neuronOf,
            String timeOf,
            String align,
            String indexBase) {
        /** The same activity with spike times in another unit and from another event. */
        Activity counted(Unit other, String event) {
            return new Activity(variable, holds, axes, other, trialOf, neuronOf, timeOf, event, indexBase);
        }
    }

    /**
     * The bins.
     *
     * @param binMs length of a bin
     * @param startMs start of the first bin relative to the event
     * @param stopMs end of the window; used if spike times are binned
     * @param mergeBins number of stored bins that make one bin of the session
     */
    public record Timing(double binMs, double startMs, double stopMs, String event, int mergeBins) {
        /** Bins that are used as they are stored. */
        public Timing(double binMs, double startMs, double stopMs, String event) {
            this(binMs, startMs, stopMs, event, 1);
        }

        /** The bins of the session. */
        public Timing merged() {
            return new Timing(binMs * mergeBins, startMs, stopMs, event, 1);
        }
    }

    /**
     * An average over the trials of one condition.
     *
     * @param variable the array of mean rates, with the axes of the activity
     * @param name of the condition; empty for the variable's name
     * @param trials number of trials in the average; 0 if the values show it
     */
    public record Average(String variable, String name, int trials) {
        /** The name of the condition. */
        public String label() {
            return name.isEmpty() ? variable : name;
        }
    }

    /**
     * The neurons.
     *
     * @param types the variable with a code or word per neuron
     * @param excitatory codes and words for excitatory neurons; empty lists are filled with the usual words
     * @param leaveOut codes and words of neurons that are left out
     * @param others the type of a neuron whose code is in no list
     */
    public record Neurons(
            String ids,
            String areas,
            String types,
            List<String> excitatory,
            List<String> inhibitory,
            List<String> leaveOut,
            NeuronType others) {
        /** The meaning of a code or word of the types variable. */
        public CellTypeChoice choice(String word) {
            return leaveOut.contains(word)
                    ? CellTypeChoice.LEAVE_OUT
                    : switch (CellTypeCodes.type(word, this)) {
                        case EXCITATORY -> CellTypeChoice.EXCITATORY;
                        case INHIBITORY -> CellTypeChoice.INHIBITORY;
                        case UNKNOWN -> CellTypeChoice.UNKNOWN;
                    };
        }
    }

    /**
     * The trials.
     *
     * @param durations the variable with the length of every trial, counted from the first bin
     */
    public record Trials(String ids, String durations, Unit unit, List<Label> factors) {}

    /** A label of every trial. */
    public record Label(String variable, String name, LabelKind kind) {}

    /** The relation between the values of a label. */
    public enum LabelKind {
        @JsonProperty("categorical")
        CATEGORICAL,
        @JsonProperty("ordinal")
        ORDINAL,
        @JsonProperty("continuous")
        CONTINUOUS
    }

    /** The form in which a file stores an input. */
    public enum Form {
        /** A value per trial and bin. */
        @JsonProperty("signal")
        SIGNAL,
        /** An event time per trial: the input is 1 in the bin of the event. */
        @JsonProperty("pulse")
        PULSE,
        /** An event time per trial: the input is 1 from the bin of the event until the time in {@code until}. */
        @JsonProperty("step")
        STEP
    }

    /**
     * An input.
     *
     * @param axes the axes of a signal
     * @param continuous whether the input is z-scored when it is loaded; otherwise it is used unchanged
     * @param until for a step: the variable with the times at which it ends
     */
    public record Input(
            String variable, String name, Form form, List<Axis> axes, boolean continuous, Unit unit, String until) {}

    /** The same mapping with spike times that count from an event of every trial, and a window around it. */
    public ArrayMapping aligned(String variable, double fromMs, double toMs) {
        Timing window = new Timing(time.binMs(), fromMs, toMs, variable, time.mergeBins());
        return new ArrayMapping(activity.counted(activity.unit(), variable), window, neurons, trials, inputs, averages);
    }

    /** The same mapping with spike times in this unit. */
    public ArrayMapping inUnit(Unit unit) {
        return new ArrayMapping(activity.counted(unit, activity.align()), time, neurons, trials, inputs, averages);
    }

    /** The same mapping with averages over this number of trials each. */
    public ArrayMapping averagedOver(int trialsPerAverage) {
        List<Average> counted = averages.stream()
                .map(average -> new Average(average.variable(), average.name(), trialsPerAverage))
                .toList();
        return new ArrayMapping(activity, time, neurons, trials, inputs, counted);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
