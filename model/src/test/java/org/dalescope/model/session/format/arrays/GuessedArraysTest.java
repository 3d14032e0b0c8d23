package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is guessed of names and labels. */
class GuessedArraysTest {
    private static final int TRIALS = 24;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(NamedArray... more) {
        Random random = new Random(1);
        double[] counts = IntStream.range(0, TRIALS * 20 * 4)
                .mapToDouble(i -> random.nextInt(4))
                .toArray();
        List<NamedArray> arrays = new ArrayList<>(List.of(more));
        arrays.add(NamedArray.of("spikes", counts, TRIALS, 20, 4));
        Path file = folder.resolve("guess.npz");
        NpzFile.write(file, arrays);
        return file;
    }

    private Factor factor(List<String> words) {
        return SessionFiles.open(file(NamedArray.of("stimulus", words)))
                .factors()
                .getFirst();
    }

    private static List<String> repeated(String... words) {
        return IntStream.range(0, TRIALS).mapToObj(i -> words[i % words.length]).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90f 90d 45f 45d",
                "0x1p3 8 8.0 08",
                "Infinity Inf +Inf -Infinity",
                "1e5d 1e5 100000 1E5",
                "7 7. 07 +7"
            })
    void wordsStayApart(String words) {
        Factor factor = factor(repeated(words.split(" ", -1)));
        assertEquals(4, factor.levels().length);
        assertEquals(Set.of(words.split(" ", -1)), factor.counts().keySet());
    }

    @Test
    void plainNumbersInWordsAreNumbersAndNaNIsNoValue() {
        Factor numbers = factor(repeated("10", "2", "NaN", "-0.5"));
        assertEquals("[-0.5, 2.0, 10.0]", Arrays.toString(numbers.levels()));
        Factor words = factor(repeated("left", "right", "nan"));
        assertEquals(Map.of("left", 8, "right", 8, "NaN", 8), words.counts());
        assertEquals(2, words.levels().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {TRIALS, 21})
    void aWordPerTrialIsNoFactor(int levels) {
        List<String> words = IntStream.range(0, TRIALS)
                .mapToObj(i -> "clip_" + Math.min(i, levels - 1) + ".avi")
                .toList();
        Session session =
                SessionFiles.open(file(NamedArray.of("movie", words), NamedArray.of("choice", repeated("l", "r"))));
        assertEquals(
                List.of("choice"), session.factors().stream().map(Factor::name).toList());
        assertTrue(session.source().notes().stream()
                .anyMatch(n -> n.code().equals("columns-left-out") && n.text().contains("movie")));
    }

    @ParameterizedTest
    @CsvSource({
        "params_dt, 0.025, 25",
        "items_bin, 0.025, 25",
        "dt_ms, 0.5, 0.5",
        "binSizeMs, 40, 40",
        "bin_s, 0.02, 20",
        "dt_us, 20000, 20",
        "binsizems, 15, 15",
        "dt, 30, 30",
        "n_bins, 20, 10",
        "binary_code, 3, 10",
        "num_bin, 20, 10",
        "go_bin, 40, 10",
        "stim_on_bin, 40, 10",
        "event_bin, 40, 10",
        "bin_start, 40, 10",
        "onset_bin, 40, 10",
        "align_bin_ms, 40, 10",
        "stim_bin_width, 40, 40"
    })
    void unitsAreWholeWords(String name, double value, double binMs) {
        Session session = SessionFiles.open(file(NamedArray.of(name, new double[] {value}, 1)));
        assertEquals(binMs, session.time().binMs());
    }

    @Test
    void aNumberPerTrialIsAScaleAlsoWhereTrialsHaveNone() {
        double[] own = new double[TRIALS];
        Arrays.setAll(own, i -> i % 2 == 0 ? Double.NaN : i + 0.5);
        List<String> words = IntStream.range(0, TRIALS)
                .mapToObj(i -> i % 2 == 0 ? "" : "clip_" + i)
                .toList();
        Session session = SessionFiles.open(file(
                NamedArray.of("contrast", own, TRIALS),
                NamedArray.of("movie", words),
                NamedArray.of("choice", repeated("l", "r"))));
        assertEquals(
                List.of("contrast CONTINUOUS", "choice CATEGORICAL"),
                session.factors().stream().map(f -> f.name() + " " + f.kind()).toList());
        assertTrue(session.source().notes().stream()
                .anyMatch(n -> n.code().equals("columns-left-out") && n.text().contains("movie")));
    }

    /** 24 trials of 3 neurons; spikes at 150, 290 and 420 ms, written in microseconds. */
    @Test
    void microsecondsInANameAreMicroseconds() {
        // Two or three spikes in each list, padded with zeros.
        double[] times = new double[TRIALS * 3 * 4];
        Arrays.setAll(times, i -> switch (i % 4) {
            case 0 -> 150_000.5;
            case 1 -> 290_000.5;
            case 2 -> i % 3 == 0 ? 420_000.5 : 0;
            default -> 0;
        });
        Path file = folder.resolve("us.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spike_times_us", times, TRIALS, 3, 4),
                        NamedArray.of("cell_type", List.of("E", "E", "I")),
                        NamedArray.of("choice", repeated("l", "r"))));
        Session session = SessionFiles.open(file);
        assertEquals(TRIALS, session.trials());
        // From the bin of 150 ms to that of 420 ms.
        assertEquals(28, session.bins());
        double[] durations = new double[TRIALS];
        Arrays.fill(durations, 150_000);
        Session timed = SessionFiles.open(file(NamedArray.of("trial_duration_us", durations, TRIALS)));
        assertTrue(timed.source().notes().stream()
                .anyMatch(n -> n.code().equals("guessed-durations") && n.text().contains("microseconds")));
    }

    @Test
    void negativeNumbersAreNoActivity() {
        Random random = new Random(2);
        double[] z = random.doubles(TRIALS * 20 * 4, -2, 2).toArray();
        Path file = folder.resolve("z.npz");
        NpzFile.write(file, List.of(NamedArray.of("firing_rates_z", z, TRIALS, 20, 4)));
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.contains("firing_rates_z holds negative numbers"), sentence);
        Session session = SessionFiles.open(file(NamedArray.of("firing_rates_z", z, TRIALS, 20, 4)));
        assertTrue(session.source().notes().getFirst().text().startsWith("'spikes'"));
    }

    @Test
    void rareSpikesInBinsAreCountsAndNoPaddedTimes() {
        double[] counts = new double[TRIALS * 12 * 4];
        Random random = new Random(5);
        for (int row = 0; row < TRIALS * 4; row++) {
            counts[row * 12 + 1 + random.nextInt(10)] = 1;
        }
        Path file = folder.resolve("rare.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, TRIALS, 4, 12),
                        NamedArray.of("choice", repeated("l", "r")),
                        NamedArray.of("cell_type", List.of("E", "E", "I", "I"))));
        Session session = SessionFiles.open(file);
        assertEquals(12, session.bins());
        assertTrue(session.source().notes().getFirst().text().contains("spike counts"));
    }

    @Test
    void aRefusedGuessNamesItsVariable() {
        double[] rates = new double[TRIALS * 20 * 4];
        Arrays.fill(rates, 0.5);
        rates[7] = Double.POSITIVE_INFINITY;
        Path file = folder.resolve("inf.npz");
        NpzFile.write(file, List.of(NamedArray.of("rates", rates, TRIALS, 20, 4)));
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.contains("'rates' was taken as the activity"), sentence);
        assertFalse(sentence.contains("\n"), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'activity': {'unit': 'samples'}} | activity.unit | \"s\", \"ms\"",
                "{'activity': {'unit': 1}} | activity.unit | \"s\", \"ms\"",
                "{'activity': {'holds': 'spikes'}} | activity.holds | \"spike-triplets\"",
                "{'activity': {'axes': ['time']}} | activity.axes.0 | \"trial\", \"bin\", \"neuron\"",
                "{'neurons': {'others': 'E'}} | neurons.others | \"EXCITATORY\", \"INHIBITORY\", \"UNKNOWN\"",
                "{'trials': {'factors': [{'kind': 'nominal'}]}} | kind | \"categorical\", \"ordinal\", \"continuous\"",
                "{'inputs': [{'form': 'ramp'}]} | form | \"signal\", \"pulse\", \"step\"",
                "{'time': {'bin_ms': 'ten'}} | time.bin_ms | a number"
            })
    void aWordThatIsNotLegalIsRefusedWithThoseThatAre(String mapping, String place, String legal) {
        var json = JsonMapper.builder().build().readTree(mapping.replace('\'', '"'));
        String sentence = assertThrows(InputError.class, () -> MappingJson.read(json, "test"))
                .sentence();
        assertTrue(sentence.contains(place) && sentence.contains(legal), sentence);
    }
}
