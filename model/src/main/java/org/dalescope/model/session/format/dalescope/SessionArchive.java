package org.dalescope.model.session.format.dalescope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.SessionFormat;
import org.dalescope.model.session.format.SessionRequest;
import tools.jackson.core.JacksonException;

/**
 * Reads and writes {@code .dalescope} session files. A file holds {@code session.json} and the arrays {@code counts}
 * {@code [trial, bin, neuron]} (spikes per bin) or, if the rates are not whole counts, {@code rates} in sp/s,
 * {@code inputs} {@code [trial, bin, channel]}, {@code duration_ms}, {@code trial_ids}, {@code factor_*} and, if not
 * every bin was recorded, {@code observed} {@code [trial, bin]}. A session is restored bit for bit.
 */
public final class SessionArchive implements SessionFormat {
    private static final String DESCRIPTION = "session.json";
    private static final String OBSERVED = "observed";

    @Override
    public boolean recognises(FileSignature head) {
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
            NpzFile.Content content = NpzFile.read(file);
            String json = content.texts().get(DESCRIPTION);
            if (json == null) {
                throw new InputError(file + " is a zip archive without " + DESCRIPTION
                        + ": it is not a Dalescope session. Create one with 'dalescope synth' or give a MATLAB"
                        + " v7.3 file.");
            }
            ArchiveJson description = ArchiveJson.read(json);
            Session session = session(description, content, file, request.sha256());
            SessionValidation.check(session);
            return session;
        } catch (InputError refusal) {
            throw refusal;
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new InputError(
                    file + " is a damaged or incomplete Dalescope session (" + e.getMessage() + "): copy it again.", e);
        }
    }

    /** Writes a session: counts in the smallest type that holds them, or rates if they are not whole counts. */
    public static void write(Session session, Path file) {
        int trials = session.trials();
        int bins = session.bins();
        NamedArray counts = RateEncoding.of(session);
        boolean whole = session.trials() * (long) bins
                == IntStream.range(0, trials)
                        .mapToLong(session.observed()::validBins)
                        .sum();
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(counts);
        arrays.add(NamedArray.of(
                "inputs", session.inputs(), trials, bins, session.channels().size()));
        arrays.add(NamedArray.of("duration_ms", session.durationMs()));
        arrays.add(NamedArray.of("trial_ids", session.trialIds()));
        session.factors().forEach(factor -> arrays.add(NamedArray.of("factor_" + factor.name(), factor.values())));
        if (!whole) {
            arrays.add(NamedArray.of(OBSERVED, bytes(session.observed().valid()), trials, bins));
        }
        // A session that fits the first layout is written in it, so that older versions can read it.
        boolean first = whole
                && counts.values() instanceof NamedArray.Values.Bytes
                && session.source().notes().isEmpty();
        ArchiveJson description = ArchiveJson.of(session, first ? 1 : ArchiveJson.SCHEMA);
        NpzFile.write(file, arrays, Map.of(DESCRIPTION, description.json()));
    }

    private static Session session(ArchiveJson text, NpzFile.Content content, Path file, String sha256)
            throws IOException {
        if (text.schema() > ArchiveJson.SCHEMA) {
            throw new InputError(
                    file + " was written by a newer Dalescope (schema " + text.schema() + "): update the program.");
        }
        NamedArray rates = content.array(
                content.arrays().containsKey(RateEncoding.RATES) ? RateEncoding.RATES : RateEncoding.COUNTS);
        int trials = rates.shape()[0];
        require(rates, trials, text.bins(), text.neurons().size());
        NamedArray inputs = content.array("inputs");
        require(inputs, trials, text.bins(), text.channels().size());
        List<Factor> factors = new ArrayList<>();
        for (ArchiveJson.FactorText factor : text.factors()) {
            NamedArray values = content.array("factor_" + factor.name());
            require(values, trials);
            factors.add(factor.factor(values.doubles()));
        }
        NamedArray durations = content.array("duration_ms");
        require(durations, trials);
        NamedArray ids = content.array("trial_ids");
        require(ids, trials);
        Mask observed = Mask.all(trials, text.bins());
        if (content.arrays().containsKey(OBSERVED)) {
            NamedArray mask = content.array(OBSERVED);
            require(mask, trials, text.bins());
            observed = mask(mask);
        }
        return new Session(
                text.name(),
                new SessionSource(file, "Dalescope session", sha256, text.findings(), Optional.empty()),
                new TimeAxis(text.binMs(), text.firstCentreMs(), text.bins(), text.event()),
                text.neurons().stream()
                        .map(n -> new Neuron(n.id(), n.type(), n.area()))
                        .toList(),
                text.channels(),
                List.copyOf(factors),
                ids.ints(),
                durations.doubles(),
                RateEncoding.rates(rates, text.binMs()),
                floats(inputs),
                observed);
    }

    private static void require(NamedArray array, int... shape) throws IOException {
        if (!Arrays.equals(array.shape(), shape)) {
            throw new IOException("array '" + array.name() + "' has shape " + Arrays.toString(array.shape())
                    + " instead of " + Arrays.toString(shape));
        }
    }

    private static byte[] bytes(boolean[] flags) {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            bytes[i] = (byte) (flags[i] ? 1 : 0);
        }
        return bytes;
    }

    private static Mask mask(NamedArray flags) {
        double[] values = flags.doubles();
        boolean[] valid = new boolean[values.length];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = values[i] != 0;
        }
        return new Mask(flags.shape()[0], flags.shape()[1], valid);
    }

    private static float[] floats(NamedArray array) {
        if (array.values() instanceof NamedArray.Values.Floats floats) {
            return floats.data();
        }
        double[] values = array.doubles();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
