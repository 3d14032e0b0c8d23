package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The same spikes as triplets, lists on the session's clock and rectangles; counted here by hand. */
class SpikeListsTest {
    private static final int TRIALS = 12;
    private static final int NEURONS = 5;
    private static final int BINS = 10;
    private static final String TIME = "'time': {'bin_ms': 100, 'start_ms': 0, 'stop_ms': 1000}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Times in s by trial and neuron, ascending and at least one in each but the silent ones. */
    private final double[][][] times = new double[TRIALS][NEURONS][];

    private void spikes(int silentTrial, int silentNeuron) {
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                boolean silent = trial == silentTrial || neuron == silentNeuron;
                int count = silent ? 0 : 1 + random.nextInt(6) + neuron;
                times[trial][neuron] =
                        random.doubles(count, 0.005, 0.995).sorted().toArray();
            }
        }
    }

    private double[] expected() {
        double[] counts = new double[TRIALS * BINS * NEURONS];
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (double time : times[trial][neuron]) {
                    counts[(trial * BINS + (int) Math.floor(time * 10)) * NEURONS + neuron]++;
                }
            }
        }
        return counts;
    }

    private static double[] counts(Session session) {
        double[] counts = new double[session.rates().length];
        Arrays.setAll(counts, i -> Math.rint(session.rates()[i] / 10));
        return counts;
    }

    private Path file(NamedArray... arrays) {
        Path file = folder.resolve("spikes.npz");
        NpzFile.write(file, List.of(arrays));
        return file;
    }

    private static Session open(Path file, String mapping) {
        var json = JsonMapper.builder().build().readTree(mapping.replace('\'', '"'));
        return SessionFiles.open(file, Optional.of(MappingJson.read(json, "test")), Progress.SILENT);
    }

    private static String refused(Path file, String mapping) {
        String sentence =
                assertThrows(InputError.class, () -> open(file, mapping)).sentence();
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }

    private Path triplets(int trialBase, int neuronBase) {
        List<double[]> rows = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (double time : times[trial][neuron]) {
                    rows.add(new double[] {trial + trialBase, neuron + neuronBase, time});
                }
            }
        }
        double[] choice = new double[TRIALS];
        Arrays.setAll(choice, i -> i % 2);
        return file(
                column("trial", rows, 0),
                column("neuron", rows, 1),
                column("time", rows, 2),
                NamedArray.of("choice", choice, TRIALS),
                NamedArray.of("cell_type", List.of("E", "E", "E", "I", "I")));
    }

    private static NamedArray column(String name, List<double[]> rows, int column) {
        return NamedArray.of(name, rows.stream().mapToDouble(row -> row[column]).toArray(), rows.size());
    }

    private static String triplets(String base) {
        return "{'activity': {'holds': 'spike-triplets', 'trial_of': 'trial', 'neuron_of': 'neuron', 'time_of': 'time'"
                + base + "}, " + TIME + ", 'neurons': {'types': 'cell_type'},"
                + " 'trials': {'factors': [{'variable': 'choice'}]}}";
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1, 0",
        "0, -1, 1",
        "-1, 0, 1",
        "11, -1, 0",
        "-1, 4, 1",
        "-1, 0, 0",
        "-1, 4, 0",
        "0, 4, 0",
        "11, 0, 1"
    })
    void aTrialAndANeuronWithoutSpikesKeepTheirPlace(int silentTrial, int silentNeuron, int base) {
        spikes(silentTrial, silentNeuron);
        assertArrayEquals(expected(), counts(open(triplets(base, base), triplets(""))));
    }

    @Test
    void whereBothBasesFitTheMappingIsAsked() {
        spikes(0, 0);
        Path file = triplets(0, 0);
        String sentence = refused(file, triplets(""));
        assertTrue(sentence.contains("activity.index_base") && sentence.contains("0 or 1"), sentence);
        assertArrayEquals(expected(), counts(open(file, triplets(", 'index_base': 0"))));
        assertTrue(refused(file, triplets(", 'index_base': 2")).contains("0 or 1"));
        spikes(11, 4);
        assertTrue(refused(triplets(1, 1), triplets("")).contains("activity.index_base"));
        assertArrayEquals(expected(), counts(open(triplets(1, 1), triplets(", 'index_base': '1'"))));
    }

    @Test
    void aBaseThatIsSaidIsCheckedAgainstTheNumbers() {
        spikes(-1, -1);
        assertTrue(refused(triplets(0, 0), triplets(", 'index_base': 1")).contains("0 to 11 for 12 trials"));
        assertTrue(refused(triplets(1, 1), triplets(", 'index_base': 0")).contains("1 to 12 for 12 trials"));
        assertTrue(refused(triplets(5, 0), triplets("")).contains("trials.ids"));
    }

    /** Spikes on the session's clock, 2 s from trial to trial. */
    private Path flat(int[] ids, NamedArray... more) {
        List<double[]> rows = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (double time : times[trial][neuron]) {
                    rows.add(new double[] {ids[neuron], 5 + 2 * trial + time});
                }
            }
        }
        List<NamedArray> arrays = new ArrayList<>(List.of(more));
        arrays.add(column("clusters", rows, 0));
        arrays.add(column("times", rows, 1));
        arrays.add(events());
        return file(arrays.toArray(NamedArray[]::new));
    }

    private static NamedArray events() {
        double[] events = new double[TRIALS];
        Arrays.setAll(events, i -> 5 + 2 * i);
        return NamedArray.of("events", events, TRIALS);
    }

    private static String flat(String neurons) {
        return "{'activity': {'holds': 'spike-triplets', 'neuron_of': 'clusters', 'time_of': 'times', 'align': 'events'},"
                + TIME + ", 'neurons': {'others': 'EXCITATORY'" + neurons + "}}";
    }

    private static int[] ids(Session session) {
        return session.neurons().stream().mapToInt(Neuron::id).toArray();
    }

    @Test
    void clustersHaveNamesNotPlaces() {
        spikes(-1, -1);
        int[] ids = {3, 8, 21, 34, 89};
        Session session = open(flat(ids), flat(""));
        assertArrayEquals(ids, ids(session));
        assertArrayEquals(expected(), counts(session));
        Path typed = flat(ids, NamedArray.of("types", List.of("E", "I", "E", "E", "I")));
        Session types = open(typed, flat(", 'types': 'types'"));
        assertArrayEquals(ids, ids(types));
        assertEquals("I", types.neurons().get(4).type().letter());
    }

    @Test
    void aClusterWithoutSpikesIsKnownByTheIds() {
        spikes(-1, 2);
        int[] ids = {3, 8, 21, 34, 89};
        assertArrayEquals(new int[] {3, 8, 34, 89}, ids(open(flat(ids), flat(""))));
        Session named =
                open(flat(ids, NamedArray.of("unit_id", new int[] {3, 8, 21, 34, 89})), flat(", 'ids': 'unit_id'"));
        assertArrayEquals(ids, ids(named));
        assertArrayEquals(expected(), counts(named));
        String few = refused(
                flat(ids, NamedArray.of("types", List.of("E", "E", "E", "E", "I"))), flat(", 'types': 'types'"));
        assertTrue(few.contains("neurons.ids") && few.contains("3, 8, 34, 89"), few);
        String wrong =
                refused(flat(ids, NamedArray.of("unit_id", new int[] {3, 8, 21, 35, 90})), flat(", 'ids': 'unit_id'"));
        assertTrue(wrong.contains("unit_id"), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, trial neuron spike",
        "0, trial neuron spike",
        "-1, trial neuron spike",
        "NaN, neuron trial spike",
        "0, neuron trial spike",
        "-1, spike neuron trial",
        "NaN, trial spike neuron"
    })
    void paddedRectanglesAreListsOfTimes(double padding, String order) {
        spikes(4, -1);
        List<String> axes = Arrays.asList(order.split(" ", -1));
        Path file = file(
                NamedArray.of(
                        "spike_times", rectangle(padding, axes), 0 + length(axes, 0), length(axes, 1), length(axes, 2)),
                NamedArray.of("cell_type", List.of("E", "E", "E", "I", "I")),
                NamedArray.of("choice", new double[TRIALS], TRIALS));
        String named = axes.getLast().equals("spike") ? order.replace(" spike", "") : order;
        String mapping = "{'activity': {'variable': 'spike_times', 'holds': 'spike-times', 'axes': ['"
                + named.replace(" ", "', '") + "']}, " + TIME + "}";
        Session session = open(file, mapping);
        assertArrayEquals(expected(), counts(session));
        Session guessed = SessionFiles.open(file);
        assertEquals(TRIALS, guessed.trials());
        assertEquals(NEURONS, guessed.neurons().size());
        double sum = 0;
        for (float rate : guessed.rates()) {
            sum += rate * guessed.time().binMs() / 1000;
        }
        assertEquals(Arrays.stream(expected()).sum(), sum, 1e-3);
    }

    @Test
    void wholeMillisecondsArePaddedTimesToo() {
        spikes(4, -1);
        for (double[][] trial : times) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                trial[neuron] = Arrays.stream(trial[neuron])
                        .map(t -> 1 + Math.floor(t * 990))
                        .toArray();
            }
        }
        Path file = file(
                NamedArray.of("spike_times_ms", rectangle(0, List.of("trial", "neuron", "spike")), TRIALS, NEURONS, 11),
                NamedArray.of("cell_type", List.of("E", "E", "E", "I", "I")),
                NamedArray.of("choice", new double[TRIALS], TRIALS));
        Session guessed = SessionFiles.open(file);
        assertEquals(TRIALS, guessed.trials());
        assertEquals(NEURONS, guessed.neurons().size());
        double sum = 0;
        for (float rate : guessed.rates()) {
            sum += rate * guessed.time().binMs() / 1000;
        }
        long all = Arrays.stream(times)
                .flatMap(Arrays::stream)
                .mapToLong(list -> list.length)
                .sum();
        assertEquals((double) all, sum, 1e-3);
    }

    private static int length(List<String> axes, int axis) {
        return switch (axes.get(axis)) {
            case "trial" -> TRIALS;
            case "neuron" -> NEURONS;
            default -> 11;
        };
    }

    private double[] rectangle(double padding, List<String> axes) {
        double[] all = new double[TRIALS * NEURONS * 11];
        for (int i = 0; i < all.length; i++) {
            int[] at = {
                i / length(axes, 2) / length(axes, 1), i / length(axes, 2) % length(axes, 1), i % length(axes, 2)
            };
            double[] list = times[at[axes.indexOf("trial")]][at[axes.indexOf("neuron")]];
            int k = at[axes.indexOf("spike")];
            all[i] = k < list.length ? list[k] : padding;
        }
        return all;
    }

    @Test
    void neuronsInRowsOnTheSessionsClock() {
        spikes(-1, -1);
        double[][] rows = new double[NEURONS][];
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            List<Double> row = new ArrayList<>();
            for (int trial = 0; trial < TRIALS; trial++) {
                for (double time : times[trial][neuron]) {
                    row.add(5 + 2 * trial + time);
                }
            }
            rows[neuron] = row.stream().mapToDouble(v -> v).toArray();
        }
        double[] all = new double[NEURONS * 200];
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            System.arraycopy(rows[neuron], 0, all, neuron * 200, rows[neuron].length);
        }
        Path file = file(NamedArray.of("times", all, NEURONS, 200), events());
        Session session = open(
                file,
                "{'activity': {'variable': 'times', 'holds': 'spike-times', 'axes': ['neuron'], 'align': 'events'}, "
                        + TIME + "}");
        assertArrayEquals(expected(), counts(session));
    }

    /**
     * Neuron and time of every spike, twice over on clocks that begin alike.
     *
     * @param second of a trial of the second part, the one whose spikes it has
     */
    private List<double[]> twoParts(IntUnaryOperator second) {
        List<double[]> rows = new ArrayList<>();
        for (IntUnaryOperator part : List.of(IntUnaryOperator.identity(), second)) {
            for (int trial = 0; trial < TRIALS; trial++) {
                for (int neuron = 0; neuron < NEURONS; neuron++) {
                    for (double time : times[part.applyAsInt(trial)][neuron]) {
                        rows.add(new double[] {neuron, 5 + 2 * trial + time});
                    }
                }
            }
        }
        return rows;
    }

    @Test
    void spikesAfterTheClockStartsAgainAreNotCounted() {
        spikes(-1, -1);
        List<double[]> rows = twoParts(trial -> trial);
        Path file = file(column("clusters", rows, 0), column("times", rows, 1), events());
        Session session = open(file, flat(""));
        assertArrayEquals(expected(), counts(session));
        String note = session.source().notes().stream()
                .filter(n -> n.code().equals("clock-runs-backwards"))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(note.contains("5 of 5 units") && note.contains("trial 11"), note);
    }

    /** Three conditions, one after the other: the events go back twice, the spikes once. */
    @Test
    void eventsSortedByConditionHaveNoSpikesOfALaterPart() {
        spikes(-1, -1);
        List<double[]> rows = twoParts(trial -> TRIALS - 1 - trial);
        int[] order = {0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11};
        double[] events = Arrays.stream(order).mapToDouble(i -> 5 + 2 * i).toArray();
        Path file =
                file(column("clusters", rows, 0), column("times", rows, 1), NamedArray.of("events", events, TRIALS));
        Session session = open(file, flat(""));
        double[] inTime = expected();
        double[] sorted = new double[inTime.length];
        for (int i = 0; i < TRIALS; i++) {
            System.arraycopy(inTime, order[i] * BINS * NEURONS, sorted, i * BINS * NEURONS, BINS * NEURONS);
        }
        assertArrayEquals(sorted, counts(session));
        assertTrue(session.source().notes().stream()
                .anyMatch(n -> n.code().equals("clock-runs-backwards")
                        && n.text().contains("every trial has the spikes before it")));
    }

    @Test
    void aTrialIsToldInOneWayOnly() {
        spikes(-1, -1);
        Path file = triplets(0, 0);
        String both = refused(file, triplets(", 'align': 'choice'"));
        assertTrue(both.contains("activity.trial_of") && both.contains("activity.align"), both);
        String neither = refused(file, triplets("").replace("'trial_of': 'trial', ", ""));
        assertTrue(neither.contains("Nothing gives the trials") && neither.contains("activity.align"), neither);
        Path table = file(NamedArray.of("spikes", new double[] {0, 0, 5.1, 1, 1, 7.2}, 2, 3), events());
        String column = refused(
                table,
                "{'activity': {'variable': 'spikes', 'holds': 'spike-triplets', 'align': 'events'}, " + TIME + "}");
        assertTrue(column.contains("'spikes' has a column") && column.contains("activity.neuron_of"), column);
    }

    /** Ids that merely count are no better than positions: the first trial is silent, and both readings fit. */
    @Test
    void countedIdsDoNotDecideTheBase() {
        spikes(0, 0);
        int[] trials = IntStream.rangeClosed(1, TRIALS).toArray();
        int[] neurons = IntStream.rangeClosed(1, NEURONS).toArray();
        String mapping = triplets("")
                .replace("'types': 'cell_type'", "'ids': 'unit_id'")
                .replace("'trials': {", "'trials': {'ids': 'trial_id', ");
        String sentence = refused(
                withIds(triplets(0, 0), NamedArray.of("trial_id", trials), NamedArray.of("unit_id", neurons)), mapping);
        assertTrue(sentence.contains("activity.index_base"), sentence);
        // The neurons tell: number 0 occurs.
        spikes(0, -1);
        Session decided = open(
                withIds(triplets(0, 0), NamedArray.of("trial_id", trials), NamedArray.of("unit_id", neurons)), mapping);
        assertArrayEquals(expected(), counts(decided));
        spikes(TRIALS - 1, -1);
        assertArrayEquals(
                expected(),
                counts(open(
                        withIds(triplets(1, 1), NamedArray.of("trial_id", trials), NamedArray.of("unit_id", neurons)),
                        mapping)));
    }

    private Path withIds(Path file, NamedArray... ids) {
        try {
            List<NamedArray> arrays =
                    new ArrayList<>(NpzFile.read(file).arrays().values());
            arrays.addAll(List.of(ids));
            return file(arrays.toArray(NamedArray[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without labels nobody says that there are neurons between those with spikes. */
    @Test
    void clustersWithGapsAreNamesWhereThereAreNoLabels() {
        spikes(-1, -1);
        int[] names = {3, 5, 6, 7, 8};
        List<double[]> rows = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (double time : times[trial][neuron]) {
                    rows.add(new double[] {trial, names[neuron], time});
                }
            }
        }
        Path file = file(column("trial", rows, 0), column("neuron", rows, 1), column("time", rows, 2));
        Session session = open(
                file,
                "{'activity': {'holds': 'spike-triplets', 'trial_of': 'trial', 'neuron_of': 'neuron', 'time_of': 'time'}, "
                        + TIME + ", 'neurons': {'others': 'EXCITATORY'}}");
        assertArrayEquals(names, ids(session));
        assertArrayEquals(expected(), counts(session));
    }

    @Test
    void timesOfEachTrialAreNotCountedOnTheSessionsClock() {
        spikes(-1, -1);
        List<double[]> rows = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (double time : times[trial][neuron]) {
                    rows.add(new double[] {neuron, time});
                }
            }
        }
        String sentence = refused(file(column("clusters", rows, 0), column("times", rows, 1), events()), flat(""));
        assertTrue(sentence.contains("counted from each trial") && sentence.contains("activity.align"), sentence);
    }
}
