package org.dalescope.model.session.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.quality.QualityReport;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {
    private static final int TRIALS = 12;
    private static final int BINS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The laboratory's fields for 2 E and 1 I neuron. */
    private static Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        double[][][] rates = new double[TRIALS][BINS][3];
        for (int i = 0; i < TRIALS * BINS * 3; i++) {
            rates[i / BINS / 3][i / 3 % BINS][i % 3] = 40 * (i % 3);
        }
        fields.put("firing_rates", rates);
        fields.put("neuron_type", new double[][] {{2, 1, 1}});
        fields.put("neuron_ids", new double[][] {{31, 12, 5}});
        fields.put("bin_size_ms", new double[][] {{25}});
        double[][] axis = new double[BINS][1];
        Arrays.setAll(axis, i -> new double[] {-37.5 + 25 * i});
        fields.put("time_axis", axis);
        double[] duration = new double[TRIALS];
        Arrays.setAll(duration, i -> i == 0 ? 9 : 101 + i);
        fields.put("trial_duration_ms", new double[][] {duration});
        for (String name : new String[] {
            "fixation_on",
            "go_signal",
            "reward_on",
            "eye_x",
            "eye_y",
            "is_face",
            "is_nonface",
            "is_bullseye",
            "high_salience",
            "low_salience"
        }) {
            double[][] input = new double[TRIALS][BINS];
            for (int t = 0; t < TRIALS; t++) {
                input[t][t % BINS] = 1;
            }
            fields.put("input_" + name, input);
        }
        fields.put("input_target_loc", new double[TRIALS][BINS][4]);
        double[] reward = new double[TRIALS];
        Arrays.setAll(reward, i -> i % 2);
        fields.put("trial_reward", new double[][] {reward});
        return fields;
    }

    private Path write(Map<String, Object> fields) {
        Path file = folder.resolve("session.mat");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            fields.forEach(hdf::putDataset);
        }
        return file;
    }

    private String refusal(Map<String, Object> fields) {
        Path file = write(fields);
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.contains("session.mat"), sentence);
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }

    /** Why a session that opens cannot be fitted. */
    private String unfittable(Map<String, Object> fields) {
        Session session = SessionFiles.open(write(fields));
        return assertThrows(InputError.class, () -> SessionValidation.fittable(session))
                .sentence();
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> fields = fields();
        fields.put(name, value);
        return fields;
    }

    @Test
    void theLaboratorysFieldsBecomeASession() {
        Session session = SessionFiles.open(write(fields()));
        assertEquals(TRIALS, session.trials());
        assertEquals(12, session.neurons().get(1).id());
        assertEquals(NeuronType.INHIBITORY, session.neurons().get(0).type());
        assertEquals(14, session.channels().size());
        assertEquals(80, session.rate(3, 2, 2));
        // 109 ms are four whole bins from the array's start, and five and a half from -50 ms on with time zero as
        // origin.
        assertEquals(4, session.mask(MaskOrigin.ARRAY_START).validBins(8));
        assertEquals(6, session.mask(MaskOrigin.TIME_ZERO).validBins(8));
        assertEquals(0, session.mask(MaskOrigin.ARRAY_START).validBins(0));
        // One in eight bins is 1: mean 1/8, sd sqrt(7)/8; z of a 1 is sqrt(7).
        int eye = session.channels().stream().map(Channel::name).toList().indexOf("eye_x");
        assertEquals(Math.sqrt(7), session.input(2, 2, eye), 1e-6);
        QualityReport report = QualityReport.of(session, MaskOrigin.ARRAY_START);
        assertEquals(11, report.usableTrials());
        assertTrue(report.findings().stream().anyMatch(f -> f.code().equals("constant-channel")));
        assertTrue(report.findings().stream().anyMatch(f -> f.code().equals("interleaved-types")));
        assertFalse(report.findings().stream().anyMatch(f -> f.code().equals("non-count-rates")));
    }

    @Test
    void smoothedRatesAndTrialsWithoutGoAreReported() {
        double[][][] rates = new double[TRIALS][BINS][3];
        rates[2][2][2] = 13.7;
        Map<String, Object> fields = with("firing_rates", rates);
        fields.put("input_go_signal", new double[TRIALS][BINS]);
        var codes = QualityReport.of(SessionFiles.open(write(fields)), MaskOrigin.ARRAY_START).findings().stream()
                .map(f -> f.code())
                .toList();
        assertTrue(codes.contains("non-count-rates"), codes.toString());
        assertTrue(codes.contains("no-go-signal"), codes.toString());
        assertTrue(codes.contains("silent-neuron"), codes.toString());
    }

    @Test
    void badContentIsRefusedInOneSentenceThatNamesTheField() {
        Map<String, Object> missing = fields();
        missing.remove("firing_rates");
        assertTrue(refusal(missing).contains("'firing_rates'"));
        assertTrue(
                refusal(with("input_go_signal", new double[TRIALS][BINS + 1])).contains("input_go_signal"));
        assertTrue(refusal(with("firing_rates", new double[TRIALS][BINS])).contains("2 dimensions"));
        assertTrue(refusal(with("neuron_type", new double[][] {{1, 3, 2}})).contains("is 3.0"));
        assertTrue(refusal(with("neuron_ids", new double[][] {{1, 1, 2}})).contains("a neuron id twice"));
        double[][] eye = new double[TRIALS][BINS];
        eye[4][2] = Double.NaN;
        assertTrue(refusal(with("input_eye_x", eye)).contains("eye_x"));
        double[][][] rates = new double[TRIALS][BINS][3];
        rates[7][1][2] = Double.NaN;
        assertFalse(
                SessionFiles.open(write(with("firing_rates", rates))).observed().isValid(7, 1));
        rates[7][1][2] = -1;
        assertTrue(refusal(with("firing_rates", rates)).contains("neuron 5 in trial 7"));
        assertTrue(refusal(with("firing_rates", rates)).contains("at least 0"));
        assertTrue(refusal(with("time_axis", new double[BINS][1])).contains("time_axis"));
        assertTrue(refusal(with("trial_duration_ms", new double[][] {{1, 2}})).contains("trial_duration_ms"));
        assertTrue(refusal(with("bin_size_ms", new double[][] {{-25}})).contains("time_axis"));
    }

    @Test
    void oneTrialOpensAndIsNotFitted() {
        Map<String, Object> fields = fields();
        fields.put("firing_rates", new double[1][BINS][3]);
        fields.replaceAll((name, value) -> name.startsWith("input_target") ? new double[1][BINS][4] : value);
        fields.replaceAll((name, value) ->
                name.startsWith("input_") && value instanceof double[][] ? new double[1][BINS] : value);
        fields.put("trial_duration_ms", new double[][] {{100}});
        fields.put("trial_reward", new double[][] {{1}});
        assertTrue(unfittable(fields).contains("has 1 trial:"));
    }

    @Test
    void damagedFilesAreRefusedAndNeverThrowAnythingElse() throws IOException {
        byte[] whole = Files.readAllBytes(write(fields()));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = 0; i % 2 == 1 && k < 20; k++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(254));
            }
            Path file = folder.resolve("damaged.mat");
            Files.write(file, damaged);
            try {
                assertTrue(SessionFiles.open(file).trials() > 0);
            } catch (InputError refusal) {
                assertFalse(refusal.sentence().isBlank());
            }
        }
    }

    @Test
    void otherFilesAreRefusedByContent() throws IOException {
        Path file = folder.resolve("notes.mat");
        Files.writeString(file, "MATLAB 5.0 MAT-file, Platform: GLNXA64" + " ".repeat(200), StandardCharsets.US_ASCII);
        assertTrue(open(file).contains("notes.mat"));
        Files.write(file, new byte[0]);
        assertTrue(open(file).contains("empty"));
        assertTrue(open(folder).contains("folder"));
        assertTrue(open(folder.resolve("none.mat")).contains("There is no file"));
    }

    @Test
    void archivesKeepASessionExactly() {
        Session session = SmallSessions.small();
        Path file = folder.resolve("x.dalescope");
        SessionArchive.write(session, file);
        Session read = SessionFiles.open(file);
        assertArrayEquals(session.rates(), read.rates(), 0);
        assertArrayEquals(session.inputs(), read.inputs(), 0);
        assertArrayEquals(session.durationMs(), read.durationMs(), 0);
        assertEquals(session.neurons(), read.neurons());
        assertEquals(session.factors().get(1).counts(), read.factors().get(1).counts());
    }

    @Test
    void damagedArchivesAreRefused() throws IOException {
        Path file = folder.resolve("x.dalescope");
        SessionArchive.write(SmallSessions.small(), file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)) : whole.clone();
            for (int k = 0; i % 2 == 1 && k < 5; k++) {
                damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 + random.nextInt(254));
            }
            Files.write(file, damaged);
            try {
                assertTrue(SessionFiles.open(file).trials() > 0);
            } catch (InputError refusal) {
                assertFalse(refusal.sentence().isBlank());
            }
        }
    }

    /** The shipped demo session is what its generator makes today: nobody can change one without the other. */
    @Test
    void theShippedDemoSessionIsItsGenerators() {
        Session shipped = DemoSession.open(folder);
        Session made = SyntheticSession.of(SyntheticSettings.demo());
        assertArrayEquals(made.rates(), shipped.rates(), 0);
        assertEquals(40, shipped.neurons().size());
        assertEquals(240, shipped.trials());
        assertEquals(80, shipped.bins());
        assertEquals(2, shipped.factors().size());
    }

    private static String open(Path file) {
        return assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
    }
}
