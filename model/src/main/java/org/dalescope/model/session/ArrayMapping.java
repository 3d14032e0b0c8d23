package org.dalescope.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Which variable of a container is what. Variables are named by path ({@code data.spikes}); an empty name means that there is
 * none. Times are in ms unless a unit says otherwise.
 */
public record ArrayMapping(Activity activity, Timing time, Neurons neurons, Trials trials, List<Input> inputs)
        implements Mapping {
    /** The word for this kind of mapping. */
    public static final String KIND = "arrays";

    /** What the activity's numbers are. */
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
        SPIKE_TRIPLETS
    }

    /** What runs along an axis. */
    public enum Axis {
        @JsonProperty("trial")
        TRIAL,
        @JsonProperty("bin")
        BIN,
        @JsonProperty("neuron")
        NEURON,
        @JsonProperty("channel")
        CHANNEL,
        /** Along it lie the spike times of one list, padded to equal length; the last axis unless it is named. */
        @JsonProperty("spike")
        SPIKE;

        /** The word in JSON and in sentences. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
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

        /** As sentences name it. */
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
     * @param variable the array, cell array or struct array's field; of triplets an array with three columns, or empty
     * @param axes of the variable, outer to inner where cells hold arrays
     * @param trialOf of triplets: the trial of every spike; {@code neuronOf} and {@code timeOf} likewise
     * @param align times of the event in every trial, for spike times that count from the session's start
     * @param indexBase of triplets: "0" or "1" where trial and neuron numbers are positions counted from there; empty where
     *     the file tells it
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
            String indexBase) {}

    /**
     * The bins.
     *
     * @param binMs length of a bin
     * @param startMs start of the first bin relative to the event
     * @param stopMs end of the window, used where spike times are binned
     */
    public record Timing(double binMs, double startMs, double stopMs, String event) {}

    /**
     * The neurons.
     *
     * @param types variable with a code or word per neuron
     * @param excitatory codes and words for excitatory neurons; empty lists are filled with the usual words
     * @param leaveOut codes and words of neurons that are left out
     * @param others what a neuron is whose code is in no list
     */
    public record Neurons(
            String ids,
            String areas,
            String types,
            List<String> excitatory,
            List<String> inhibitory,
            List<String> leaveOut,
            NeuronType others) {
        /** What a code or word of the types variable means. */
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
     * @param durations variable with the length of every trial, counted from the first bin
     */
    public record Trials(String ids, String durations, Unit unit, List<Label> factors) {}

    /** A label of every trial. */
    public record Label(String variable, String name, LabelKind kind) {}

    /** How a label's values relate to each other. */
    public enum LabelKind {
        @JsonProperty("categorical")
        CATEGORICAL,
        @JsonProperty("ordinal")
        ORDINAL,
        @JsonProperty("continuous")
        CONTINUOUS
    }

    /** How an input is written in the file. */
    public enum Form {
        /** A value per trial and bin. */
        @JsonProperty("signal")
        SIGNAL,
        /** An event time per trial: 1 in its bin. */
        @JsonProperty("pulse")
        PULSE,
        /** An event time per trial: 1 from its bin on, up to the time in {@code until}. */
        @JsonProperty("step")
        STEP
    }

    /**
     * An input.
     *
     * @param axes of a signal
     * @param continuous z-scored at load, else taken as it is
     * @param until of a step: the variable with the times at which it ends
     */
    public record Input(
            String variable, String name, Form form, List<Axis> axes, boolean continuous, Unit unit, String until) {}

    @Override
    public String kind() {
        return KIND;
    }
}
