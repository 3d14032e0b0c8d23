package org.dalescope.model.network.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.math.stats.OneWayVariance;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.ChannelPattern;
import org.dalescope.model.settings.InputSettings;

/**
 * The receptive fields of a session's neurons: the level of a factor with the largest mean response after an event, on
 * training trials only. I cells have none.
 *
 * @param fields of every neuron, in the session's order
 */
public record ReceptiveFields(List<FieldOfNeuron> fields) {
    private static final String FIELDS = FieldCorrections.KEY;
    private static final String FACTOR = "network.inputs.field_factor";
    private static final String EVENTS = "network.inputs.field_events";
    private static final double SIGNIFICANT = 0.05;

    /**
     * The receptive field of a neuron.
     *
     * @param level value of the factor; NaN for none
     * @param label the text that users read for the level; "none" for none
     * @param source how it was found: an event, "given", or a reason why there is none
     * @param p that the responses to the levels are equal, by one-way analysis of variance; NaN if not computed
     */
    public record FieldOfNeuron(int neuron, double level, String label, String source, double p) {
        boolean exists() {
            return !Double.isNaN(level);
        }
    }

    /**
     * Finds the receptive fields.
     *
     * @param training positions of the training trials
     * @throws InputError if a factor, event, neuron or level of the settings does not exist
     */
    static ReceptiveFields of(Session session, Mask mask, int[] training, InputSettings settings) {
        Factor factor = factor(session, settings);
        List<String> events = someEvents(session, settings);
        Map<Integer, Double> given = given(session, factor, settings.fields());
        List<double[][]> responses = events.stream()
                .map(event -> responses(session, mask, training, event, settings))
                .toList();
        double[] levels = IntStream.of(training)
                .mapToDouble(t -> factor.values()[t])
                .filter(factor::applies)
                .sorted()
                .distinct()
                .toArray();
        double[] ofTrial =
                IntStream.of(training).mapToDouble(t -> factor.values()[t]).toArray();
        List<FieldOfNeuron> fields = new ArrayList<>();
        for (int n = 0; n < session.neurons().size(); n++) {
            Neuron neuron = session.neurons().get(n);
            if (given.containsKey(neuron.id())) {
                double level = given.getOrDefault(neuron.id(), Double.NaN);
                fields.add(new FieldOfNeuron(
                        neuron.id(), level, Double.isNaN(level) ? "none" : factor.label(level), "given", Double.NaN));
            } else if (neuron.type() == NeuronType.INHIBITORY) {
                fields.add(new FieldOfNeuron(neuron.id(), Double.NaN, "none", "I cell", Double.NaN));
            } else {
                int row = n;
                List<Tuning> tunings = responses.stream()
                        .map(response -> Tuning.of(response[row], ofTrial, levels))
                        .toList();
                fields.add(best(neuron.id(), tunings, events, factor));
            }
        }
        return new ReceptiveFields(List.copyOf(fields));
    }

    /** The first event with significantly different responses; if there is none, the one with the smallest p. */
    private static FieldOfNeuron best(int neuron, List<Tuning> tunings, List<String> events, Factor factor) {
        int chosen = -1;
        for (int i = 0; i < tunings.size(); i++) {
            double p = tunings.get(i).p();
            if (p < SIGNIFICANT) {
                chosen = i;
                break;
            }
            if (!Double.isNaN(p) && (chosen < 0 || p < tunings.get(chosen).p())) {
                chosen = i;
            }
        }
        if (chosen < 0) {
            return new FieldOfNeuron(neuron, Double.NaN, "none", "no response differs", Double.NaN);
        }
        Tuning tuning = tunings.get(chosen);
        return new FieldOfNeuron(neuron, tuning.level(), factor.label(tuning.level()), events.get(chosen), tuning.p());
    }

    /** The response of a neuron to the levels: the level with the largest mean, and p of a one-way ANOVA. */
    record Tuning(double level, double p) {
        static Tuning of(double[] response, double[] ofTrial, double[] levels) {
            int[] group = Arrays.stream(ofTrial)
                    .mapToInt(level -> Arrays.binarySearch(levels, level))
                    .toArray();
            OneWayVariance variance = OneWayVariance.of(response, group, levels.length);
            int best = variance.largest();
            int between = variance.groups() - 1;
            int within = variance.n() - variance.groups();
            if (between < 1 || within < 1 || !(variance.within() > 0)) {
                return new Tuning(best < 0 ? Double.NaN : levels[best], Double.NaN);
            }
            double f = variance.between() / between / (variance.within() / within);
            return new Tuning(levels[best], FDistribution.of(between, within).survivalProbability(f));
        }
    }

    /** The mean rate in the window after the event, {@code [neuron][trial]}; NaN without the event or a valid bin. */
    private static double[][] responses(
            Session session, Mask mask, int[] trials, String event, InputSettings settings) {
        int[] channels = ChannelPattern.of(event).positions(session.channels());
        int neurons = session.neurons().size();
        double[][] means = new double[neurons][trials.length];
        for (int i = 0; i < trials.length; i++) {
            int trial = trials[i];
            int onset = session.onset(trial, channels);
            double binMs = session.time().binMs();
            double from = onset * binMs + settings.fieldFrom();
            double to = onset * binMs + settings.fieldTo();
            int[] bins = IntStream.range(0, session.bins())
                    .filter(bin -> onset >= 0 && bin * binMs >= from - 1e-9 && (bin + 1) * binMs <= to + 1e-9)
                    .filter(bin -> mask.isValid(trial, bin))
                    .toArray();
            for (int n = 0; n < neurons; n++) {
                int neuron = n;
                means[n][i] = IntStream.of(bins)
                        .mapToDouble(bin -> session.rate(trial, bin, neuron))
                        .average()
                        .orElse(Double.NaN);
            }
        }
        return means;
    }

    private static Factor factor(Session session, InputSettings settings) {
        Factor factor = session.factor(settings.fieldFactor()).orElseThrow(() -> {
            List<String> names = session.factors().stream().map(Factor::name).toList();
            return new InputError("The rule 'field' needs " + FACTOR + ", which is '" + settings.fieldFactor()
                    + "', but the session has "
                    + (names.isEmpty()
                            ? "no factors."
                            : "no such factor: the nearest is '" + NearestName.to(settings.fieldFactor(), names)
                                    + "'."));
        });
        if (!(settings.fieldFrom() < settings.fieldTo())) {
            throw new InputError(
                    "network.inputs.field_from is " + settings.fieldFrom() + " ms and network.inputs.field_to "
                            + settings.fieldTo() + " ms: the start must be before the end.");
        }
        return factor;
    }

    /** The events of the settings that are inputs of the session, the preferred one first. */
    public static List<String> events(Session session, InputSettings settings) {
        return Arrays.stream(settings.fieldEvents().split(",", -1))
                .map(String::strip)
                .filter(event -> !event.isEmpty())
                .filter(event -> ChannelPattern.of(event).positions(session.channels()).length > 0)
                .toList();
    }

    private static List<String> someEvents(Session session, InputSettings settings) {
        List<String> known = events(session, settings);
        if (known.isEmpty()) {
            throw new InputError("The rule 'field' needs " + EVENTS + ", which is '" + settings.fieldEvents()
                    + "', but none of these is an input of the session: name the input whose onset starts the"
                    + " response.");
        }
        return known;
    }

    private static Map<Integer, Double> given(Session session, Factor factor, String text) {
        Map<Integer, Double> given = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            if (item.isBlank()) {
                continue;
            }
            String[] parts = item.split("=", -1);
            Optional<Integer> id = parts.length == 2 ? whole(parts[0]) : Optional.empty();
            if (id.isEmpty()) {
                throw new InputError("Setting " + FIELDS + " cannot hold '" + item.strip()
                        + "': write neuron id and level, such as 12=3 or 31=none.");
            }
            Neuron neuron = named(session, id.get());
            double level = level(parts[1].strip(), factor);
            if (neuron.type() == NeuronType.INHIBITORY && !Double.isNaN(level)) {
                throw new InputError("Setting " + FIELDS + " gives neuron " + id.get()
                        + " a receptive field, but it is an I cell, and the rule 'field' is for E cells: remove it.");
            }
            given.put(id.get(), level);
        }
        return given;
    }

    private static Neuron named(Session session, int id) {
        return session.neurons().stream()
                .filter(neuron -> neuron.id() == id)
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "Setting " + FIELDS + " names neuron " + id + ", which the session does not have."));
    }

    private static double level(String label, Factor factor) {
        if (label.equals("none")) {
            return Double.NaN;
        }
        return Arrays.stream(factor.levels())
                .filter(level -> factor.label(level).equals(label))
                .findFirst()
                .orElseThrow(() -> new InputError("Setting " + FIELDS + " names the level '" + label
                        + "', which the factor '" + factor.name() + "' does not have. It has "
                        + String.join(
                                ", ",
                                Arrays.stream(factor.levels())
                                        .mapToObj(factor::label)
                                        .toList())
                        + "."));
    }

    private static Optional<Integer> whole(String text) {
        return text.strip().matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
