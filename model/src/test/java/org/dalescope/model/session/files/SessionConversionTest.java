package org.dalescope.model.session.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.format.plain.AwkwardSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionConversionTest {
    @TempDir
    private Path folder;

    /** The conversion itself compares every value of what it reads back; a file is there only where all agree. */
    @ParameterizedTest
    @EnumSource(ConversionFormat.class)
    void anUnevenSessionIsHeldByEveryFormat(ConversionFormat format) {
        Session session = AwkwardSession.make();
        Path out = folder.resolve("x." + format.key());
        SessionConversion.convert(session, format, out);
        assertTrue(Files.exists(out));
        assertEquals(1, folder.toFile().list().length);
        assertTrue(assertThrows(InputError.class, () -> SessionConversion.convert(session, format, out))
                .sentence()
                .contains("exists"));
    }

    /** Under any name, as every session. */
    @ParameterizedTest
    @EnumSource(ConversionFormat.class)
    void whatWasConvertedOpensAsItWas(ConversionFormat format) {
        Session session = AwkwardSession.make();
        Path out = folder.resolve("renamed");
        SessionConversion.convert(session, format, out);
        assertEquals(Optional.empty(), SessionDifference.between(session, SessionFiles.open(out)));
    }

    /** Another program may mark a value of one neuron as missing: then nothing of that bin is used. */
    @Test
    void missingValueOfAnyNeuronMakesTheBinUnobserved() throws IOException {
        Session session = SmallSessions.small();
        int neurons = session.neurons().size();
        float[] rates = session.rates().clone();
        rates[0] = 1.5f;
        Path converted = folder.resolve("x.npz");
        SessionConversion.convert(SmallSessions.withRates(session, rates), ConversionFormat.NPZ, converted);
        NpzFile.Content content = NpzFile.read(converted);
        rates[neurons + 2] = Float.NaN;
        List<NamedArray> arrays = new ArrayList<>();
        content.arrays()
                .forEach((name, array) -> arrays.add(
                        name.equals("firing_rates")
                                ? NamedArray.of(name, rates, session.trials(), session.bins(), neurons)
                                : array));
        Path changed = folder.resolve("changed.npz");
        NpzFile.write(changed, arrays, content.texts());
        Session read = SessionFiles.open(changed);
        assertFalse(read.observed().valid()[1]);
        for (int neuron = 0; neuron < neurons; neuron++) {
            assertEquals(0, read.rates()[neurons + neuron]);
        }
        assertTrue(read.observed().valid()[0]);
        assertEquals(1.5f, read.rates()[0]);
    }

    /** The smallest type that holds the counts: a byte for up to 255, two for up to 65535, four for more. */
    @Test
    void countsTakeTheSmallestTypeThatHoldsThem() throws IOException {
        Session session = SmallSessions.small();
        assertEquals("|u1", typeOfRates(session, "counts"));
        float[] rates = session.rates().clone();
        rates[3] = 256 * 40f;
        assertEquals("<u2", typeOfRates(SmallSessions.withRates(session, rates), "counts"));
        rates[3] = 70_000 * 40f;
        assertEquals("<i4", typeOfRates(SmallSessions.withRates(session, rates), "counts"));
        rates[3] = 1.5f;
        assertEquals("<f4", typeOfRates(SmallSessions.withRates(session, rates), "rates"));
    }

    @Test
    void whatIsReadBackOtherwiseIsRefusedAndLeavesNothing() throws IOException {
        Session session = SmallSessions.small();
        float[] rates = session.rates().clone();
        rates[7] += 40;
        Path part = folder.resolve("part");
        SessionArchive.write(SmallSessions.withRates(session, rates), part);
        InputError refusal = assertThrows(
                InputError.class,
                () -> SessionConversion.checkReadBack(
                        session, ConversionFormat.DALESCOPE, part, folder.resolve("out.dalescope")));
        assertTrue(refusal.sentence().contains("a rate of"), refusal.sentence());
        assertFalse(Files.exists(folder.resolve("out.dalescope")));
    }

    @Test
    void endingsTellFormats() {
        assertEquals(Optional.of(ConversionFormat.MAT), ConversionFormat.ofEnding(Path.of("a/b.MAT")));
        assertEquals(Optional.empty(), ConversionFormat.ofEnding(Path.of("a.npz/b")));
    }

    /** NumPy and SciPy see the numbers that we have, in the shapes that the documentation names. */
    @Test
    void numpyAndScipyReadWhatIsWritten() throws IOException, InterruptedException {
        assumeTrue(run("import numpy, scipy.io").isEmpty(), "python3 with numpy and scipy is not here");
        Session session = AwkwardSession.make();
        Path npz = folder.resolve("x.npz");
        Path mat = folder.resolve("x.mat");
        SessionConversion.convert(session, ConversionFormat.NPZ, npz);
        SessionConversion.convert(session, ConversionFormat.MAT, mat);
        String python = """
                import sys, numpy as np, scipy.io
                z = np.load(sys.argv[1], allow_pickle=False)
                m = scipy.io.loadmat(sys.argv[2])
                assert z['firing_rates'].dtype == np.float32 and z['firing_rates'].shape == (12, 5, 3)
                assert m['firing_rates'].shape == (3, 5, 12)
                for name in ('firing_rates', 'inputs', 'factors', 'input_eye_x', 'trial_reward', 'time_axis',
                             'neuron_type', 'trial_ids', 'trial_duration_ms', 'input_means', 'label_values'):
                    a = z[name]; b = np.squeeze(np.transpose(m[name]))
                    assert np.array_equal(np.squeeze(a), b, equal_nan=True), name
                words = [str(w[0][0]) if w[0].size else '' for w in m['neuron_area']]
                assert words == list(z['neuron_area']), words
                assert str(m['session_name'][0]) == str(z['session_name'][0])
                print(repr(float(np.nansum(z['firing_rates'].astype(np.float64)))))
                print(repr(float(z['inputs'].astype(np.float64).sum())))
                print(int(np.isnan(z['firing_rates']).sum()))
                print('|'.join(z['neuron_area']))
                """;
        List<String> printed = run(python, npz.toString(), mat.toString());
        assertEquals(4, printed.size(), printed.toString());
        int neurons = session.neurons().size();
        double observed = IntStream.range(0, session.rates().length)
                .filter(i -> session.observed().valid()[i / neurons])
                .mapToDouble(i -> session.rates()[i])
                .sum();
        double inputs = IntStream.range(0, session.inputs().length)
                .mapToDouble(i -> session.inputs()[i])
                .sum();
        assertEquals(observed, Double.parseDouble(printed.get(0)), 1e-9 * observed);
        assertEquals(inputs, Double.parseDouble(printed.get(1)), 1e-9 * Math.abs(inputs));
        assertEquals(2 * neurons, Integer.parseInt(printed.get(2)));
        assertEquals("V1|µ-area|", printed.get(3));
    }

    private String typeOfRates(Session session, String array) throws IOException {
        Path file = folder.resolve("t.dalescope");
        SessionArchive.write(session, file);
        assertArrayEquals(session.rates(), SessionFiles.open(file).rates());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] head = zip.getInputStream(zip.getEntry(array + ".npy")).readNBytes(60);
            return new String(head, 10, 50, StandardCharsets.ISO_8859_1).split("'", -1)[3];
        }
    }

    /** What a Python program prints, or how it fails. */
    private static List<String> run(String program, String... arguments) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        if (!Files.isExecutable(python)) {
            return List.of("no python3");
        }
        List<String> command = new java.util.ArrayList<>(List.of(python.toString(), "-X", "utf8", "-c", program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return lines;
    }
}
