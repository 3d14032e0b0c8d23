package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One session of counts in many files ({@code make_fixtures.py}) is the same session. */
class ArraySessionsTest {
    /** Sum of rate times position, as NumPy prints it. */
    private static final double WHOLE = 6692350.0;

    private static final double CUT = 5207300.0;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Path fixture(String name) throws Exception {
        return Path.of(Objects.requireNonNull(ArraySessionsTest.class.getResource("/containers/" + name))
                .toURI());
    }

    private static double weight(Session session) {
        double sum = 0;
        for (int i = 0; i < session.rates().length; i++) {
            sum += session.rates()[i] * (i + 1.0);
        }
        return sum;
    }

    private Session mapped(String file, String json) throws Exception {
        Path mapping = folder.resolve("mapping.json");
        Files.writeString(mapping, json);
        return SessionFiles.open(fixture(file), Optional.of(MappingJson.read(mapping)), Progress.SILENT);
    }

    private String refused(String file, String json) {
        String sentence =
                assertThrows(InputError.class, () -> mapped(file, json)).sentence();
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }

    @ParameterizedTest
    @ValueSource(strings = {"counts.npz", "fortran.npz", "counts.mat", "counts_z.mat", "counts73.mat", "plain.h5"})
    void everyContainerGivesTheSameSession(String file) throws Exception {
        Session session = SessionFiles.open(fixture(file));
        assertEquals(14, session.trials());
        assertEquals(9, session.bins());
        assertEquals(20, session.time().binMs());
        assertEquals(WHOLE, weight(session), 1);
        assertEquals(3, session.count(NeuronType.EXCITATORY));
        assertEquals(2, session.count(NeuronType.INHIBITORY));
        assertTrue(session.factors().stream().anyMatch(f -> f.counts().getOrDefault("left", 0) == 7));
        assertEquals(Channel.Kind.EVENT, session.channels().getFirst().kind());
        assertTrue(session.source().notes().stream().anyMatch(n -> n.code().equals("guessed-activity")));
        assertTrue(session.source().mapping().isPresent());
    }

    @Test
    void trialsOfUnequalLengthAreNotPaddedWithSilence() throws Exception {
        Session session = SessionFiles.open(fixture("trials.mat"));
        assertEquals(CUT, weight(session), 1);
        assertArrayEquals(new double[] {100, 120, 140, 160, 180}, Arrays.copyOf(session.durationMs(), 5));
        assertEquals(5, session.observed().validBins(0));
        assertEquals(9, session.observed().validBins(4));
    }

    @Test
    void spikeTimesAndTripletsAreCountedInHalfOpenBins() throws Exception {
        String window = "'time': {'bin_ms': 20, 'start_ms': 0, 'stop_ms': 180}";
        assertEquals(WHOLE, weight(SessionFiles.open(fixture("times.mat"))), 1);
        for (String activity : List.of(
                "{'variable': 'spikes', 'holds': 'spike-triplets'}",
                "{'holds': 'spike-triplets', 'trial_of': 'trial', 'neuron_of': 'unit', 'time_of': 't', 'unit': 'ms'}")) {
            String json = ("{'activity': " + activity + ", " + window
                            + ", 'trials': {'factors': [{'variable': 'reward', 'kind': 'ordinal'}]}}")
                    .replace('\'', '"');
            Session session = mapped("triplets.npz", json);
            assertEquals(WHOLE, weight(session), 1);
            assertEquals(14, session.trials());
        }
    }

    @Test
    void aSavedMappingOpensTheSameSessionAgain() throws Exception {
        Session guessed = SessionFiles.open(fixture("counts.mat"));
        Mapping mapping = guessed.source().mapping().orElseThrow();
        String text = MappingJson.text(mapping);
        assertFalse(text.contains("org.dalescope"), text);
        Session again = mapped("counts.mat", text);
        assertEquals(mapping, again.source().mapping().orElseThrow());
        assertArrayEquals(guessed.rates(), again.rates());
        assertArrayEquals(guessed.inputs(), again.inputs());
        assertEquals(guessed.neurons(), again.neurons());
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedInOneSentence() throws Exception {
        String text = MappingJson.text(
                SessionFiles.open(fixture("counts.npz")).source().mapping().orElseThrow());
        assertTrue(
                refused("counts.npz", text.replace("\"spikes\"", "\"spike\"")).contains("'spikes'"));
        assertTrue(
                refused("counts.npz", text.replace("\"counts\"", "\"kounts\"")).contains("kounts"));
        assertTrue(
                refused("counts.npz", text.replace("\"bin_ms\"", "\"bin_mss\"")).contains("'bin_ms'"));
        assertTrue(
                refused("counts.npz", text.replace("\"neuron\"", "\"channel\"")).contains("axes")
                        || refused("counts.npz", text.replace("\"neuron\"", "\"channel\""))
                                .contains("values"));
        assertTrue(refused("counts.npz", text.replace("20.0", "0")).contains("time.bin_ms"));
        assertTrue(refused("counts.npz", text.replace("\"reward\"", "\"cell_type\""))
                .contains("14"));
        assertTrue(refused("counts.npz", "[1, 2").contains("mapping"));
        assertTrue(refused("counts.npz", "{\"kind\": \"tables\"}").contains("tables"));
        assertTrue(refused("counts.npz", "{\"activity\": 5}").contains("mapping"));
    }

    @Test
    void whereNothingLooksLikeActivityTheVariablesAreListed() throws Exception {
        Path file = folder.resolve("nothing.npz");
        NpzFile.write(
                file,
                List.of(NamedArray.of("spikes", new double[438 * 3], 438, 3), NamedArray.of("reward", new int[14])));
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.contains("438 x 3") && sentence.contains("--mapping"), sentence);
    }

    @Test
    void threeVectorsThatSayWhatTheyAreAreGuessedAsTriplets() throws Exception {
        Session session = SessionFiles.open(fixture("triplets.npz"));
        assertEquals(14, session.trials());
        double spikes = 0;
        for (float rate : session.rates()) {
            spikes += rate * session.time().binMs() / 1000;
        }
        assertEquals(438, spikes, 1e-3, "times up to 180 are ms");
        assertEquals("reward", session.factors().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counts.npz",
                "fortran.npz",
                "counts.mat",
                "counts_z.mat",
                "counts73.mat",
                "plain.h5",
                "trials.mat",
                "types.npz"
            })
    void damagedFilesGetOneSentence(String name) throws Exception {
        byte[] whole = Files.readAllBytes(fixture(name));
        Random random = new Random(name.hashCode());
        Path file = folder.resolve("damaged");
        for (int i = 0; i < 200; i++) {
            byte[] damaged = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            int flips = i % 4 == 0 ? 0 : 1 + random.nextInt(20);
            // Headers and shapes are where damage does most.
            int reach = i % 4 == 1 ? damaged.length : Math.min(damaged.length, 1500);
            for (int k = 0; k < flips; k++) {
                damaged[random.nextInt(reach)] ^= (byte) (1 + random.nextInt(254));
            }
            Files.write(file, damaged);
            // A hang is for ever: a busy machine must not look like one.
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                try {
                    assertTrue(SessionFiles.open(file).trials() > 0);
                } catch (InputError refusal) {
                    assertFalse(refusal.sentence().isBlank());
                    assertFalse(refusal.sentence().contains("Exception"), refusal.sentence());
                }
            });
        }
    }
}
