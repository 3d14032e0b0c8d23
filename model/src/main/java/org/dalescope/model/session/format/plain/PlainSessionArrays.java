package org.dalescope.model.session.format.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/**
 * Converts a session to plain named arrays and back. The arrays are listed in {@code docs/formats.md} and have the
 * laboratory's names where these exist.
 */
public final class PlainSessionArrays {
    /** The array that marks a converted session. */
    static final String MARK = "dalescope_export";

    private static final int VERSION = 1;

    private PlainSessionArrays() {}

    /** All arrays of a session; bins that were not recorded are NaN in the rates. */
    public static List<NamedArray> arrays(Session session) {
        int trials = session.trials();
        int bins = session.bins();
        List<Neuron> neurons = session.neurons();
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(NamedArray.of(MARK, new int[] {VERSION}));
        arrays.add(word("session_name", session.name()));
        arrays.add(NamedArray.of("firing_rates", rates(session), trials, bins, neurons.size()));
        arrays.add(NamedArray.of(
                "neuron_ids", neurons.stream().mapToInt(Neuron::id).toArray()));
        arrays.add(NamedArray.of(
                "neuron_type", neurons.stream().mapToInt(n -> code(n.type())).toArray()));
        arrays.add(
                NamedArray.of("neuron_area", neurons.stream().map(Neuron::area).toList()));
        arrays.add(NamedArray.of("bin_size_ms", new double[] {session.time().binMs()}));
        arrays.add(NamedArray.of("time_axis", session.time().centresMs()));
        arrays.add(word("time_zero", session.time().event()));
        arrays.add(NamedArray.of("trial_ids", session.trialIds()));
        arrays.add(NamedArray.of("trial_duration_ms", session.durationMs()));
        List<Channel> channels = session.channels();
        arrays.add(NamedArray.of("inputs", session.inputs(), trials, bins, channels.size()));
        arrays.add(NamedArray.of(
                "input_names", channels.stream().map(Channel::name).toList()));
        arrays.add(NamedArray.of(
                "input_kinds", channels.stream().map(c -> key(c.kind())).toList()));
        arrays.add(NamedArray.of(
                "input_means", channels.stream().mapToDouble(Channel::mean).toArray()));
        arrays.add(NamedArray.of(
                "input_sds", channels.stream().mapToDouble(Channel::sd).toArray()));
        addFactors(arrays, session.factors(), trials);
        addNotes(arrays, session.source().notes());
        arrays.addAll(LabArrayNames.arrays(session));
        return List.copyOf(arrays);
    }

    private static void addFactors(List<NamedArray> arrays, List<Factor> factors, int trials) {
        double[] values =
                factors.stream().flatMapToDouble(f -> Arrays.stream(f.values())).toArray();
        List<Integer> labelled = new ArrayList<>();
        List<Double> codes = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            for (Map.Entry<Double, String> label : new TreeMap<>(factors.get(i).labels()).entrySet()) {
                labelled.add(i);
                codes.add(label.getKey());
                labels.add(label.getValue());
            }
        }
        arrays.add(NamedArray.of("factors", values, factors.size(), trials));
        arrays.add(
                NamedArray.of("factor_names", factors.stream().map(Factor::name).toList()));
        arrays.add(NamedArray.of(
                "factor_kinds", factors.stream().map(f -> key(f.kind())).toList()));
        arrays.add(NamedArray.of(
                "factor_not_applicable",
                factors.stream().mapToDouble(Factor::notApplicable).toArray()));
        arrays.add(NamedArray.of(
                "label_factors", labelled.stream().mapToInt(Integer::intValue).toArray()));
        arrays.add(NamedArray.of(
                "label_values", codes.stream().mapToDouble(Double::doubleValue).toArray()));
        arrays.add(NamedArray.of("label_texts", labels));
    }

    private static void addNotes(List<NamedArray> arrays, List<Finding> notes) {
        arrays.add(NamedArray.of("note_codes", notes.stream().map(Finding::code).toList()));
        arrays.add(NamedArray.of(
                "note_severities", notes.stream().map(n -> key(n.severity())).toList()));
        arrays.add(NamedArray.of("note_texts", notes.stream().map(Finding::text).toList()));
    }

    /** Bins without NaN; the rates of the others become 0, as in every format. */
    private static boolean[] observed(float[] rates, int bins, int neurons) {
        boolean[] observed = new boolean[bins];
        Arrays.fill(observed, true);
        for (int i = 0; i < rates.length; i++) {
            observed[i / neurons] &= !Float.isNaN(rates[i]);
        }
        for (int i = 0; i < rates.length; i++) {
            rates[i] = observed[i / neurons] ? rates[i] : 0;
        }
        return observed;
    }

    /**
     * The session that {@link #arrays} came from.
     *
     * @throws IOException that names a missing array
     */
    static Session session(Map<String, NamedArray> arrays, Path file, String format, String sha256) throws IOException {
        TypedArrays plain = new TypedArrays(arrays);
        double[] centres = plain.doubles("time_axis");
        TimeAxis time = new TimeAxis(
                plain.doubles("bin_size_ms")[0],
                centres[0],
                centres.length,
                plain.words("time_zero").getFirst());
        int[] ids = plain.ints("trial_ids");
        float[] rates = plain.floats("firing_rates");
        List<Neuron> neurons = neurons(plain);
        boolean[] observed = observed(rates, ids.length * time.bins(), neurons.size());
        return new Session(
                plain.words("session_name").getFirst(),
                new SessionSource(file, format, sha256, notes(plain), Optional.empty()),
                time,
                neurons,
                channels(plain),
                factors(plain, ids.length),
                ids,
                plain.doubles("trial_duration_ms"),
                rates,
                plain.floats("inputs"),
                new Mask(ids.length, time.bins(), observed));
    }

    private static List<Neuron> neurons(TypedArrays plain) throws IOException {
        int[] ids = plain.ints("neuron_ids");
        int[] types = plain.ints("neuron_type");
        List<String> areas = plain.words("neuron_area");
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            NeuronType type =
                    switch (types[i]) {
                        case 1 -> NeuronType.EXCITATORY;
                        case 2 -> NeuronType.INHIBITORY;
                        default -> NeuronType.UNKNOWN;
                    };
            neurons.add(new Neuron(ids[i], type, areas.get(i)));
        }
        return List.copyOf(neurons);
    }

    private static List<Channel> channels(TypedArrays plain) throws IOException {
        List<String> names = plain.words("input_names");
        List<String> kinds = plain.words("input_kinds");
        double[] means = plain.doubles("input_means");
        double[] sds = plain.doubles("input_sds");
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Channel.Kind kind = Channel.Kind.valueOf(kinds.get(i).toUpperCase(Locale.ROOT));
            channels.add(new Channel(names.get(i), kind, means[i], sds[i]));
        }
        return List.copyOf(channels);
    }

    private static List<Factor> factors(TypedArrays plain, int trials) throws IOException {
        List<String> names = plain.words("factor_names");
        List<String> kinds = plain.words("factor_kinds");
        double[] values = plain.doubles("factors");
        double[] none = plain.doubles("factor_not_applicable");
        int[] labelled = plain.ints("label_factors");
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Map<Double, String> labels = new HashMap<>();
            for (int k = 0; k < labelled.length; k++) {
                if (labelled[k] == i) {
                    labels.put(
                            plain.doubles("label_values")[k],
                            plain.words("label_texts").get(k));
                }
            }
            factors.add(new Factor(
                    names.get(i),
                    Factor.Kind.valueOf(kinds.get(i).toUpperCase(Locale.ROOT)),
                    Arrays.copyOfRange(values, i * trials, (i + 1) * trials),
                    none[i],
                    labels));
        }
        return List.copyOf(factors);
    }

    private static List<Finding> notes(TypedArrays plain) throws IOException {
        List<Finding> notes = new ArrayList<>();
        for (int i = 0; i < plain.words("note_codes").size(); i++) {
            String code = plain.words("note_codes").get(i);
            String text = plain.words("note_texts").get(i);
            boolean warning = plain.words("note_severities").get(i).equals(key(Finding.Severity.WARNING));
            notes.add(warning ? Finding.warning(code, text) : Finding.notice(code, text));
        }
        return List.copyOf(notes);
    }

    private static float[] rates(Session session) {
        float[] rates = session.rates().clone();
        int neurons = session.neurons().size();
        for (int i = 0; i < rates.length; i++) {
            rates[i] = session.observed().valid()[i / neurons] ? rates[i] : Float.NaN;
        }
        return rates;
    }

    private static int code(NeuronType type) {
        return switch (type) {
            case EXCITATORY -> 1;
            case INHIBITORY -> 2;
            case UNKNOWN -> 0;
        };
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static NamedArray word(String name, String word) {
        return NamedArray.of(name, List.of(word));
    }
}
