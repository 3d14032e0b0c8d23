package org.dalescope.model.session.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.NamedArray;
import org.dalescope.model.array.Npz;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.FileHead;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionChecks;
import org.dalescope.model.session.SessionFormat;
import org.dalescope.model.session.SessionRequest;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code .dalescope} files: {@code session.json} beside the arrays {@code counts}
 * {@code [trial, bin, neuron]} (spikes per bin, at most 255), {@code inputs} {@code [trial, bin, channel]},
 * {@code duration_ms}, {@code trial_ids} and {@code factor_*}.
 */
public final class SessionArchive implements SessionFormat {
    private static final String DESCRIPTION = "session.json";
    private static final int SCHEMA = 1;
    private static final int MOST_SPIKES = 255;

    record NeuronText(int id, NeuronType type, String area) {}

    record FactorText(String name, Factor.Kind kind, String notApplicable, Map<String, String> labels) {}

    record Description(
            int schema,
            String name,
            double binMs,
            double firstCentreMs,
            int bins,
            String event,
            List<NeuronText> neurons,
            List<Channel> channels,
            List<FactorText> factors) {}

    @Override
    public boolean recognises(FileHead head) {
        byte[] bytes = head.bytes();
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
            return false;
        }
        try (ZipFile zip = new ZipFile(head.file().toFile())) {
            return zip.getEntry(DESCRIPTION) != null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Session read(SessionRequest request) {
        Path file = request.file();
        try {
            Npz.Content content = Npz.read(file);
            String json = content.texts().get(DESCRIPTION);
            if (json == null) {
                throw new Refusal(
                        file + " is a zip archive without " + DESCRIPTION
                                + ": it is not a Dalescope session. Make one with 'dalescope synth' or give a MATLAB v7.3 file.");
            }
            Description description = JsonMapper.builder().build().readValue(json, Description.class);
            Session session = session(description, content, file, request.sha256());
            SessionChecks.check(session);
            return session;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new Refusal(
                    file + " is damaged or incomplete as a Dalescope session (" + e.getMessage() + "): copy it again.",
                    e);
        }
    }

    /** Writes a session whose rates are whole spike counts. */
    public static void write(Session session, Path file) {
        Description description = new Description(
                SCHEMA,
                session.name(),
                session.time().binMs(),
                session.time().firstCentreMs(),
                session.bins(),
                session.time().event(),
                session.neurons().stream()
                        .map(n -> new NeuronText(n.id(), n.type(), n.area()))
                        .toList(),
                session.channels(),
                session.factors().stream().map(SessionArchive::text).toList());
        List<NamedArray> arrays = new ArrayList<>();
        int trials = session.trials();
        arrays.add(NamedArray.of(
                "counts",
                counts(session),
                trials,
                session.bins(),
                session.neurons().size()));
        arrays.add(NamedArray.of(
                "inputs",
                session.inputs(),
                trials,
                session.bins(),
                session.channels().size()));
        arrays.add(NamedArray.of("duration_ms", session.durationMs()));
        arrays.add(NamedArray.of("trial_ids", session.trialIds()));
        session.factors().forEach(factor -> arrays.add(NamedArray.of("factor_" + factor.name(), factor.values())));
        String json =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(description);
        Npz.write(file, arrays, Map.of(DESCRIPTION, json));
    }

    private static Session session(Description text, Npz.Content content, Path file, String sha256) throws IOException {
        if (text.schema() != SCHEMA) {
            throw new Refusal(
                    file + " was written by a newer Dalescope (schema " + text.schema() + "): update the program.");
        }
        NamedArray counts = content.array("counts");
        int trials = counts.shape()[0];
        require(counts, trials, text.bins(), text.neurons().size());
        NamedArray inputs = content.array("inputs");
        require(inputs, trials, text.bins(), text.channels().size());
        List<Factor> factors = new ArrayList<>();
        for (FactorText factor : text.factors()) {
            NamedArray values = content.array("factor_" + factor.name());
            require(values, trials);
            factors.add(factor(factor, values.doubles()));
        }
        NamedArray durations = content.array("duration_ms");
        require(durations, trials);
        NamedArray ids = content.array("trial_ids");
        require(ids, trials);
        return new Session(
                text.name(),
                new SessionSource(file, "Dalescope session", sha256),
                new TimeAxis(text.binMs(), text.firstCentreMs(), text.bins(), text.event()),
                text.neurons().stream()
                        .map(n -> new Neuron(n.id(), n.type(), n.area()))
                        .toList(),
                text.channels(),
                List.copyOf(factors),
                ids.ints(),
                durations.doubles(),
                floats(counts.doubles(), 1000 / text.binMs()),
                floats(inputs.doubles(), 1));
    }

    private static void require(NamedArray array, int... shape) throws IOException {
        if (!java.util.Arrays.equals(array.shape(), shape)) {
            throw new IOException("array '" + array.name() + "' has shape " + java.util.Arrays.toString(array.shape())
                    + " where " + java.util.Arrays.toString(shape) + " is expected");
        }
    }

    private static byte[] counts(Session session) {
        double toCount = session.time().binMs() / 1000;
        byte[] counts = new byte[session.rates().length];
        for (int i = 0; i < counts.length; i++) {
            double count = session.rates()[i] * toCount;
            long whole = Math.round(count);
            if (Math.abs(count - whole) > 1e-3 || whole > MOST_SPIKES) {
                throw new Refusal(session.name() + " holds rates that are not whole counts of at most " + MOST_SPIKES
                        + " spikes per bin: a Dalescope session file keeps counts.");
            }
            counts[i] = (byte) whole;
        }
        return counts;
    }

    private static float[] floats(double[] values, double scale) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) (values[i] * scale);
        }
        return floats;
    }

    private static FactorText text(Factor factor) {
        Map<String, String> labels = new LinkedHashMap<>();
        factor.labels().forEach((value, label) -> labels.put(Double.toString(value), label));
        return new FactorText(factor.name(), factor.kind(), Double.toString(factor.notApplicable()), labels);
    }

    private static Factor factor(FactorText text, double[] values) {
        Map<Double, String> labels = new LinkedHashMap<>();
        text.labels().forEach((value, label) -> labels.put(Double.valueOf(value), label));
        return new Factor(text.name(), text.kind(), values, Double.parseDouble(text.notApplicable()), labels);
    }
}
