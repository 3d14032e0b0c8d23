package org.dalescope.model.session.format.labexport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.format.MissingRates;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.Variable;

/** Reads the laboratory's export, whose fields are listed in {@code docs/formats.md}. */
public final class LabExportReader {
    private static final List<String> FIELDS =
            List.of("firing_rates", "neuron_type", "bin_size_ms", "time_axis", "trial_duration_ms");
    /** With at least this many of the fields, a file is the laboratory's export. */
    private static final int FEWEST_FIELDS = 4;

    private LabExportReader() {}

    /** Whether a container holds the laboratory's fields. */
    public static boolean recognises(Container container) {
        Map<String, Variable> variables = container.variables();
        return FIELDS.stream().filter(variables::containsKey).count() >= FEWEST_FIELDS;
    }

    /**
     * Reads the session; a missing field is noted if the session lacks something without it.
     *
     * @throws InputError that names the wrong field
     */
    public static Session read(Container container, SessionRequest request) {
        Path path = request.file();
        LabExportFields fields = new LabExportFields(container, path);
        int[] shape = fields.ratesShape(
                new int[] {fields.length("trial_duration_ms"), fields.length("time_axis"), fields.length("neuron_type")
                });
        int trials = shape[0];
        int bins = shape[1];
        int neurons = shape[2];
        TimeAxis time = timeAxis(fields, path, bins);
        request.watch().at(0.1);
        double[] rates = fields.numbers("firing_rates", trials, bins, neurons);
        request.watch().at(0.5);
        MissingRates recorded = MissingRates.of(rates, trials, bins, neurons);
        if (recorded.isEmpty()) {
            throw new InputError(path + ": 'firing_rates' contains only NaN: check the export.");
        }
        LabExportInputs inputs = new LabExportInputs(fields, recorded.observed());
        inputs.read();
        List<Neuron> all = neurons(fields, path, neurons);
        double[] durations = durations(fields, trials, time);
        List<Finding> notes = Stream.concat(fields.notes().stream(), recorded.notes().stream())
                .toList();
        return new Session(
                fields.has("session_name") ? fields.characters("session_name") : fileName(path),
                new SessionSource(
                        path, container.format() + ", laboratory export", request.sha256(), notes, Optional.empty()),
                time,
                Arrays.stream(recorded.neurons()).mapToObj(all::get).toList(),
                inputs.channels(),
                factors(fields, trials),
                IntStream.range(0, trials).toArray(),
                durations,
                recorded.rates(),
                inputs.values(),
                recorded.observed());
    }

    private static TimeAxis timeAxis(LabExportFields fields, Path path, int bins) {
        String event = "fixation onset";
        if (!fields.has("time_axis")) {
            double binMs = fields.scalar("bin_size_ms");
            fields.notes()
                    .add(Finding.warning(
                            "no-time-axis", "The field time_axis is missing: time 0 is the start of the array."));
            return new TimeAxis(binMs, binMs / 2, bins, "start of the array");
        }
        double[] axis = fields.vector("time_axis", bins);
        double binMs = fields.has("bin_size_ms")
                ? fields.scalar("bin_size_ms")
                : (axis[bins - 1] - axis[0]) / Math.max(1, bins - 1);
        for (int i = 1; i < bins; i++) {
            if (!(Math.abs(axis[i] - axis[i - 1] - binMs) <= 1e-3 * binMs)) {
                throw new InputError(path + ": 'time_axis' does not advance by 'bin_size_ms' (" + binMs + " ms) at bin "
                        + i + ": check the export.");
            }
        }
        return new TimeAxis(binMs, axis[0], bins, event);
    }

    private static double[] durations(LabExportFields fields, int trials, TimeAxis time) {
        if (fields.has("trial_duration_ms")) {
            return fields.vector("trial_duration_ms", trials);
        }
        fields.notes()
                .add(Finding.warning(
                        "no-durations",
                        "The field trial_duration_ms is missing, so every trial counts as long as the array. Add the"
                                + " field if trials are shorter."));
        double[] durations = new double[trials];
        Arrays.fill(durations, time.bins() * time.binMs());
        return durations;
    }

    private static List<Neuron> neurons(LabExportFields fields, Path path, int count) {
        if (!fields.has("neuron_type")) {
            fields.notes()
                    .add(Finding.warning(
                            "unknown-types",
                            "The field neuron_type is missing, so all neurons have an unknown type: add the field to"
                                    + " fit a network."));
        }
        double[] types = fields.has("neuron_type") ? fields.vector("neuron_type", count) : new double[count];
        double[] ids = fields.has("neuron_ids")
                ? fields.vector("neuron_ids", count)
                : IntStream.range(0, count).asDoubleStream().toArray();
        double[] areas = fields.has("brain_area") ? fields.vector("brain_area", count) : new double[count];
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            neurons.add(new Neuron((int) ids[i], type(types[i], path, i), "area " + (int) areas[i]));
        }
        return List.copyOf(neurons);
    }

    private static NeuronType type(double code, Path path, int neuron) {
        if (code == 1) {
            return NeuronType.EXCITATORY;
        }
        if (code == 2) {
            return NeuronType.INHIBITORY;
        }
        if (code == 0 || Double.isNaN(code)) {
            return NeuronType.UNKNOWN;
        }
        throw new InputError(path + ": 'neuron_type' of neuron " + neuron + " is " + code
                + ", but must be 1 (excitatory), 2 (inhibitory) or 0 (unknown): correct it in the export.");
    }

    private static List<Factor> factors(LabExportFields fields, int trials) {
        List<Factor> factors = new ArrayList<>();
        add(factors, fields, "reward", trials, Factor.Kind.ORDINAL, Double.NaN, Map.of());
        add(factors, fields, "probability", trials, Factor.Kind.ORDINAL, Double.NaN, Map.of());
        Map<Double, String> identities = Map.of(1.0, "face", 2.0, "nonface", 3.0, "bullseye");
        add(factors, fields, "identity", trials, Factor.Kind.CATEGORICAL, Double.NaN, identities);
        add(factors, fields, "salience", trials, Factor.Kind.CATEGORICAL, 0, Map.of(1.0, "high", 2.0, "low"));
        add(factors, fields, "location", trials, Factor.Kind.CATEGORICAL, Double.NaN, Map.of());
        return List.copyOf(factors);
    }

    private static void add(
            List<Factor> factors,
            LabExportFields fields,
            String name,
            int trials,
            Factor.Kind kind,
            double notApplicable,
            Map<Double, String> labels) {
        if (fields.has("trial_" + name)) {
            factors.add(new Factor(name, kind, fields.vector("trial_" + name, trials), notApplicable, labels));
        }
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
