package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.SecondaryScore;
import org.dalescope.model.scoring.SecondaryScoring;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.ConversionFormat;
import org.dalescope.model.session.files.SessionConversion;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingChanges;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A file with averages over 60 trials, without light and with light, of 4 neurons in 50 bins of 2 ms. */
class AveragesTest {
    private static final int NEURONS = 4;
    private static final int BINS = 50;
    private static final int TRIALS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The spikes of all trials together. */
    private static int spikes(int average, int neuron, int bin) {
        return (7 * neuron + 3 * bin + 5 * average * neuron) % 23;
    }

    private static double[] average(int average, double scale) {
        double[] rates = new double[NEURONS * BINS];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) (scale * spikes(average, i / BINS, i % BINS) / TRIALS / 0.002);
        }
        return rates;
    }

    private Path file(String name, double scale) {
        Path file = folder.resolve(name);
        double[] times = IntStream.range(0, BINS)
                .mapToDouble(bin -> -0.019 + 0.002 * bin)
                .toArray();
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("psth_off", average(0, scale), NEURONS, BINS),
                        NamedArray.of("psth_on", average(1, scale), NEURONS, BINS),
                        NamedArray.of("psth_of_pulse", new double[NEURONS * 8], NEURONS, 8),
                        NamedArray.of("time_s", times),
                        NamedArray.of("tagged", new int[] {0, 1, 0, 1})));
        return file;
    }

    private Session mapped(Path file, String json) {
        try {
            Path mapping = folder.resolve("mapping.json");
            Files.writeString(mapping, json);
            return SessionFiles.open(file, Optional.of(MappingJson.read(mapping)), Progress.SILENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(String averages, String more) {
        return """
                {"kind": "arrays", "activity": {"holds": "averages", "axes": ["neuron", "bin"]%s},
                 "time": {"bin_ms": 2, "start_ms": -20, "merge_bins": 5},
                 "neurons": {"types": "tagged", "inhibitory": ["1"], "others": "EXCITATORY"},
                 "averages": [%s]}
                """.formatted(more, averages);
    }

    private static final String BOTH =
            "{\"variable\": \"psth_off\", \"name\": \"off\"}, {\"variable\": \"psth_on\", \"name\": \"on\"}";

    /** The sum over the trials of a condition, in spikes. */
    private static double sum(Session session, double level, int bin, int neuron) {
        double[] average = session.factor("average").orElseThrow().values();
        return IntStream.range(0, session.trials())
                        .filter(trial -> average[trial] == level)
                        .mapToDouble(trial -> session.rate(trial, bin, neuron))
                        .sum()
                * session.time().binMs()
                / 1000;
    }

    @Test
    void averagesAreGuessedWithTheirTrialsAndDrawnTrialsHaveExactlyTheStoredAverage() {
        Session session = SessionFiles.open(file("averages.npz", 1));
        assertTrue(session.source().isAveraged());
        assertEquals(2 * TRIALS, session.trials());
        assertEquals(5, session.bins(), "10 stored bins make one of 20 ms");
        assertEquals(20, session.time().binMs());
        assertEquals(-20, session.time().startMs());
        assertEquals(
                Map.of("psth_off", TRIALS, "psth_on", TRIALS),
                session.factor("average").orElseThrow().counts());
        for (int average = 0; average < 2; average++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                for (int bin = 0; bin < 5; bin++) {
                    int total = 0;
                    for (int k = 0; k < 10; k++) {
                        total += spikes(average, neuron, 10 * bin + k);
                    }
                    assertEquals(total, sum(session, average, bin, neuron), 1e-3);
                }
            }
        }
        List<String> codes =
                session.source().notes().stream().map(note -> note.code()).toList();
        assertTrue(
                codes.containsAll(List.of("guessed-averages", "guessed-merge", "averaged-trials", "averages")),
                "" + codes);
    }

    /** Poisson thinning: counts of single trials vary as Poisson counts, and neurons are independent of each other. */
    @Test
    void singleTrialsVaryAsPoissonCounts() {
        Session session = mapped(file("averages.npz", 1), json(BOTH, ""));
        double chi = 0;
        int degrees = 0;
        List<double[]> counts = new ArrayList<>();
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                double[] own = new double[TRIALS];
                for (int trial = 0; trial < TRIALS; trial++) {
                    own[trial] =
                            session.rate(trial, bin, neuron) * session.time().binMs() / 1000;
                }
                double mean = Arrays.stream(own).average().orElseThrow();
                chi += Arrays.stream(own).map(c -> (c - mean) * (c - mean)).sum() / mean;
                degrees += TRIALS - 1;
                counts.add(Arrays.stream(own).map(c -> c - mean).toArray());
            }
        }
        // The sum of chi squared over independent cells has the variance 2 per degree of freedom.
        assertEquals(degrees, chi, 4 * Math.sqrt(2.0 * degrees));
        double products = 0;
        double squares = 0;
        for (int i = 1; i < counts.size(); i++) {
            for (int trial = 0; trial < TRIALS; trial++) {
                products += counts.get(i)[trial] * counts.get(i - 1)[trial];
                squares += Math.pow(counts.get(i)[trial] * counts.get(i - 1)[trial], 2);
            }
        }
        assertEquals(0, products, 4 * Math.sqrt(squares));
        assertArrayEquals(
                session.rates(), mapped(file("again.npz", 1), json(BOTH, "")).rates());
    }

    @Test
    void theNumberOfTrialsIsAskedForIfTheValuesDoNotShowIt() {
        Path smooth = file("smooth.npz", Math.sqrt(0.5));
        refused(() -> SessionFiles.open(smooth), "how many trials", "--average-trials", "'psth_off', 'psth_on'");
        MappingChanges thirty = new MappingChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(30));
        Session given =
                SessionFiles.open(smooth, SessionFiles.changed(smooth, Optional.empty(), thirty), Progress.SILENT);
        assertEquals(60, given.trials());
        assertTrue(given.source().notes().stream().anyMatch(note -> note.code().equals("rounded-averages")));
    }

    /** With low rates a number next to the right one is nearly right too. */
    @Test
    void theNumberOfTrialsOfLowRatesIsRight() {
        for (int trials : new int[] {300, 1000, 2000}) {
            double[] rates = new double[NEURONS * BINS];
            Arrays.setAll(rates, i -> (float) (i % 10 / (trials * 0.02)));
            Path file = folder.resolve("low-" + trials + ".npz");
            NpzFile.write(
                    file,
                    List.of(
                            NamedArray.of("mean_rates", rates, NEURONS, BINS),
                            NamedArray.of("mean_rates_sem", rates, NEURONS, BINS),
                            NamedArray.of("bin_ms", new double[] {20})));
            assertEquals(trials, SessionFiles.open(file).trials());
        }
    }

    /** Real single trials come before a summary of them. */
    @Test
    void aFileWithSpikesOfSingleTrialsIsNotTakenAsAverages() {
        Path file = folder.resolve("spikes.npz");
        int spikes = 600;
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of(
                                "trial",
                                IntStream.range(0, spikes).map(i -> i / 10).toArray()),
                        NamedArray.of(
                                "neuron",
                                IntStream.range(0, spikes).map(i -> i % 3).toArray()),
                        NamedArray.of(
                                "spike_time",
                                IntStream.range(0, spikes)
                                        .mapToDouble(i -> 0.01 * (i % 40))
                                        .toArray()),
                        NamedArray.of("psth", new double[3 * 40], 3, 40)));
        assertFalse(SessionFiles.open(file).source().isAveraged());
    }

    @Test
    void fewBinsAreMergedIntoAtLeastTwo() {
        Path file = folder.resolve("few.npz");
        double[] rates = new double[3 * 8];
        Arrays.setAll(rates, i -> i % 7 / (30 * 0.002));
        NpzFile.write(file, List.of(NamedArray.of("psth", rates, 3, 8), NamedArray.of("bin_ms", new double[] {2})));
        assertEquals(2, SessionFiles.open(file).bins());
    }

    @Test
    void aMappingThatDoesNotFitIsOneSentence() {
        Path file = file("averages.npz", 1);
        refused(() -> mapped(file, json("", "")), "names none");
        refused(() -> mapped(file, json(BOTH, ", \"variable\": \"psth_off\"")), "activity.variable");
        refused(() -> mapped(file, json("{\"variable\": \"psth_of\"}", "")), "psth_of");
        refused(() -> mapped(file, json(BOTH + ", {\"variable\": \"psth_of_pulse\"}", "")), "psth_of_pulse", "8 bins");
        refused(() -> mapped(file, json("{\"variable\": \"psth_off\", \"trials\": 9999}", "")), "9999");
        refused(
                () -> mapped(file, json(BOTH, "").replace("\"merge_bins\": 5", "\"merge_bins\": 0")),
                "merge_bins is 0");
        refused(() -> mapped(file, json(BOTH, "").replace("\"bin\"]", "\"bin\", \"trial\"]")), "axis of trials");
        refused(
                () -> mapped(
                        file,
                        json(BOTH, "")
                                .replace("\"averages\", \"axes\"", "\"rates\", \"variable\": \"psth_off\", \"axes\"")),
                "activity.holds is not");
    }

    private static void refused(Executable opening, String... words) {
        String sentence = assertThrows(InputError.class, opening).sentence();
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
        assertFalse(sentence.contains("\n"), sentence);
    }

    @Test
    void whatNeedsSingleTrialsSaysThatItIsNotApplicable() {
        Session session = mapped(file("averages.npz", 1), json(BOTH, ""));
        assertEquals(NeuronType.INHIBITORY, session.neurons().get(1).type());
        Configuration configuration = Configuration.defaults()
                .with(Map.of(
                        "data.perturbed.factor",
                        "average",
                        "data.perturbed.levels",
                        "on",
                        "data.factor_channels",
                        "event from 0 ms"));
        Configuration matching = configuration.with("loss.trial.enabled", "on");
        String refusal =
                FitCheck.of(session, Fit::defaultSplit, matching).orElseThrow().sentence();
        assertTrue(refusal.contains("loss.trial.enabled=off"), refusal);
        Configuration without = configuration.with("loss.trial.enabled", "off");
        assertEquals(Optional.empty(), FitCheck.of(session, Fit::defaultSplit, without));
        Split split = Fit.defaultSplit(session, without);
        assertEquals(TRIALS, split.train().length + split.validation().length + split.test().length);
        int[] trials = split.train();
        ModelRates model = new ModelRates(
                new UnitMap(2, 2, new int[] {0, 1, 2, 3}, new int[] {0, 2, 1, 3}),
                trials,
                session.bins(),
                new float[trials.length * session.bins() * NEURONS]);
        refused(
                () -> SessionConversion.convert(session, ConversionFormat.NPZ, folder.resolve("converted.npz")),
                "cannot be converted",
                "averages over trials");
        List<SecondaryScore> scores = new SecondaryScoring(session, session.mask(MaskOrigin.ARRAY_START), trials, model)
                .measures(Map.of(0, 1.0));
        for (SecondaryScore score : scores) {
            boolean ofTrials =
                    switch (score.kind()) {
                        case BITS_PER_SPIKE, TRIAL_MATCHED_R -> true;
                        case PSTH_R2_POOLED, PSTH_R2_MEDIAN -> false;
                    };
            assertEquals(ofTrials, Double.isNaN(score.value()), score.kind().toString());
            assertEquals(ofTrials, score.undefined().contains("averages over trials"), score.undefined());
        }
    }

    /** Merging bins is for single trials too: counts add up, and inputs are averaged. */
    @Test
    void storedBinsOfSingleTrialsCanBeMerged() {
        Path file = folder.resolve("trials.npz");
        double[] counts = new double[3 * 7 * 2];
        Arrays.setAll(counts, i -> i % 5);
        double[] input = new double[3 * 7];
        Arrays.setAll(input, i -> i);
        NpzFile.write(file, List.of(NamedArray.of("spikes", counts, 3, 7, 2), NamedArray.of("u", input, 3, 7)));
        Session merged = mapped(file, """
                {"kind": "arrays", "activity": {"variable": "spikes", "axes": ["trial", "bin", "neuron"]},
                 "time": {"bin_ms": 10, "merge_bins": 3}, "inputs": [{"variable": "u", "axes": ["trial", "bin"]}]}
                """);
        assertEquals(2, merged.bins());
        assertEquals(30, merged.time().binMs());
        assertArrayEquals(new double[] {60, 60, 60}, merged.durationMs());
        for (int trial = 0; trial < 3; trial++) {
            for (int bin = 0; bin < 2; bin++) {
                for (int neuron = 0; neuron < 2; neuron++) {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += counts[(trial * 7 + 3 * bin + k) * 2 + neuron];
                    }
                    assertEquals(sum / 0.03, merged.rate(trial, bin, neuron), 1e-3);
                }
                assertEquals(7 * trial + 3 * bin + 1, merged.input(trial, bin, 0), 1e-5);
            }
        }
    }
}
