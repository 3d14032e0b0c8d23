package org.dalescope.model.session.matlab;

import io.jhdf.HdfFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionChecks;
import org.dalescope.model.session.SessionFormat;
import org.dalescope.model.session.SessionRequest;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/** The laboratory's export: MATLAB v7.3, fields as listed in {@code docs/formats.md}. */
public final class LaboratoryExport implements SessionFormat {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    @Override
    public boolean recognises(byte[] head) {
        boolean matlab = new String(head, StandardCharsets.ISO_8859_1).startsWith("MATLAB 7.3");
        return matlab || Arrays.equals(Arrays.copyOf(head, HDF5.length), HDF5) || signatureAt512(head);
    }

    @Override
    public Session read(SessionRequest request) {
        Path path = request.file();
        try (HdfFile file = new HdfFile(path)) {
            Session session = read(new HdfFields(file, path), path, request.sha256());
            SessionChecks.check(session);
            return session;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // jhdf answers damage with whatever exception the damaged bytes lead to.
            throw new Refusal(
                    path + " is damaged or incomplete (HDF5 structure unreadable): copy or export it again.", e);
        }
    }

    private static Session read(HdfFields fields, Path path, String sha256) {
        int[] shape = fields.shape("firing_rates");
        if (shape.length != 3) {
            throw new Refusal(path + ": field 'firing_rates' has " + shape.length
                    + " dimensions where 3 are expected (neurons x bins x trials in MATLAB); check the export.");
        }
        int trials = shape[0];
        int bins = shape[1];
        int neurons = shape[2];
        float[] rates = narrow(fields.numbers("firing_rates", trials, bins, neurons));
        List<Channel> channels = new ArrayList<>();
        float[] inputs = inputs(fields, trials, bins, channels);
        return new Session(
                fields.has("session_name") ? fields.characters("session_name") : fileName(path),
                new SessionSource(path, "MATLAB v7.3, laboratory export", sha256),
                timeAxis(fields, path, bins),
                neurons(fields, path, neurons),
                List.copyOf(channels),
                factors(fields, trials),
                IntStream.range(0, trials).toArray(),
                fields.vector("trial_duration_ms", trials),
                rates,
                inputs);
    }

    private static TimeAxis timeAxis(HdfFields fields, Path path, int bins) {
        double binMs = fields.scalar("bin_size_ms");
        double[] axis = fields.vector("time_axis", bins);
        for (int i = 1; i < bins; i++) {
            if (Math.abs(axis[i] - axis[i - 1] - binMs) > 1e-3 * binMs) {
                throw new Refusal(path + ": 'time_axis' does not advance by 'bin_size_ms' (" + binMs + " ms) at bin "
                        + i + "; check the export.");
            }
        }
        return new TimeAxis(binMs, axis[0], bins, "fixation onset");
    }

    private static List<Neuron> neurons(HdfFields fields, Path path, int count) {
        double[] types = fields.vector("neuron_type", count);
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
        throw new Refusal(path + ": 'neuron_type' of neuron " + neuron + " is " + code
                + " where 1 (excitatory) or 2 (inhibitory) is expected; label the neuron in the export.");
    }

    private static float[] inputs(HdfFields fields, int trials, int bins, List<Channel> channels) {
        List<float[]> columns = new ArrayList<>();
        event(fields, "fixation_on", trials, bins, channels, columns);
        double[] target = fields.numbers("input_target_loc", trials, bins, -1);
        int locations = target.length / (trials * bins);
        for (int k = 0; k < locations; k++) {
            channels.add(Channel.event("target_loc_" + (k + 1)));
            columns.add(column(target, locations, k));
        }
        event(fields, "go_signal", trials, bins, channels, columns);
        event(fields, "reward_on", trials, bins, channels, columns);
        continuous(fields, "eye_x", trials, bins, channels, columns);
        continuous(fields, "eye_y", trials, bins, channels, columns);
        for (String name : List.of("is_face", "is_nonface", "is_bullseye", "high_salience", "low_salience")) {
            event(fields, name, trials, bins, channels, columns);
        }
        float[] inputs = new float[trials * bins * columns.size()];
        for (int k = 0; k < columns.size(); k++) {
            float[] column = columns.get(k);
            for (int i = 0; i < column.length; i++) {
                inputs[i * columns.size() + k] = column[i];
            }
        }
        return inputs;
    }

    private static void event(
            HdfFields fields, String name, int trials, int bins, List<Channel> channels, List<float[]> columns) {
        channels.add(Channel.event(name));
        columns.add(narrow(fields.numbers("input_" + name, trials, bins)));
    }

    /** Z-scored over all trials and bins; a constant channel becomes zero and is reported. */
    private static void continuous(
            HdfFields fields, String name, int trials, int bins, List<Channel> channels, List<float[]> columns) {
        double[] values = fields.numbers("input_" + name, trials, bins);
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double sd = variance > 0 ? Math.sqrt(variance) : 1;
        channels.add(new Channel(name, Channel.Kind.CONTINUOUS, mean, sd));
        columns.add(narrow(Arrays.stream(values).map(v -> (v - mean) / sd).toArray()));
    }

    private static List<Factor> factors(HdfFields fields, int trials) {
        List<Factor> factors = new ArrayList<>();
        add(factors, fields, "reward", trials, Factor.Kind.ORDINAL, Double.NaN, Map.of());
        add(factors, fields, "probability", trials, Factor.Kind.ORDINAL, Double.NaN, Map.of());
        add(
                factors,
                fields,
                "identity",
                trials,
                Factor.Kind.CATEGORICAL,
                Double.NaN,
                Map.of(1.0, "face", 2.0, "nonface", 3.0, "bullseye"));
        add(factors, fields, "salience", trials, Factor.Kind.CATEGORICAL, 0, Map.of(1.0, "high", 2.0, "low"));
        add(factors, fields, "location", trials, Factor.Kind.CATEGORICAL, Double.NaN, Map.of());
        return List.copyOf(factors);
    }

    private static void add(
            List<Factor> factors,
            HdfFields fields,
            String name,
            int trials,
            Factor.Kind kind,
            double notApplicable,
            Map<Double, String> labels) {
        if (fields.has("trial_" + name)) {
            factors.add(new Factor(name, kind, fields.vector("trial_" + name, trials), notApplicable, labels));
        }
    }

    private static float[] column(double[] values, int stride, int k) {
        float[] column = new float[values.length / stride];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) values[i * stride + k];
        }
        return column;
    }

    private static float[] narrow(double[] values) {
        return column(values, 1, 0);
    }

    private static boolean signatureAt512(byte[] head) {
        return head.length >= 512 + HDF5.length
                && Arrays.equals(Arrays.copyOfRange(head, 512, 512 + HDF5.length), HDF5);
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
