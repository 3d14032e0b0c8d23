package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers come from {@code small.json}, which h5py and NumPy made of the same file. */
class NwbFormatTest {
    private static final String WINDOW = "'kind': 'nwb', 'window_ms': [-200, 1000], 'bin_ms': 20";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private JsonNode expected;

    @BeforeEach
    void copy() throws IOException {
        file = NwbFiles.copy("small.nwb", folder);
        expected = JsonMapper.builder().build().readTree(Files.readString(NwbFiles.copy("small.json", folder)));
    }

    private Session open() {
        return NwbFiles.open(file, "{" + WINDOW + "}");
    }

    private static int channel(Session session, String name) {
        List<String> names = session.channels().stream().map(Channel::name).toList();
        assertTrue(names.contains(name), names.toString());
        return names.indexOf(name);
    }

    private static List<String> codes(Session session) {
        return session.source().notes().stream().map(Finding::code).toList();
    }

    @Test
    void countsAreNumPysHistograms() {
        Session session = open();
        assertEquals("NWB 2.6.0", session.source().format());
        assertEquals(60, session.bins());
        long[] counts = new long[6];
        long[] weighted = new long[6];
        for (int i = 0; i < session.rates().length; i++) {
            long count = Math.round(session.rates()[i] * 0.02);
            counts[i % 6] += count;
            weighted[i % 6] += count * (i + 1);
        }
        for (int unit = 0; unit < 6; unit++) {
            assertEquals(expected.path("counts").path(unit).asLong(), counts[unit]);
            assertEquals(expected.path("weighted").path(unit).asLong(), weighted[unit]);
        }
        assertEquals(expected.path("edge").asInt(), session.rate(3, 15, 1) * 0.02, 1e-4);
    }

    @Test
    void unobservedTimeIsMissingAndTrialsEndWhereTheFileSays() {
        Session session = open();
        int unobserved = 0;
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                unobserved += session.observed().isValid(trial, bin) ? 0 : 1;
            }
            int valid = expected.path("valid").path(trial).asInt();
            int missing = session.bins() - session.observed().validBins(trial);
            assertTrue(trial == 20 || missing == 0 || trial == 19, "trial " + trial);
            if (missing == 0) {
                assertEquals(valid, session.mask(MaskOrigin.ARRAY_START).validBins(trial), "trial " + trial);
            }
        }
        assertEquals(expected.path("unobserved").asInt(), unobserved);
        assertTrue(codes(session).contains("unobserved-bins"));
    }

    @Test
    void typesAndAreasComeFromTheFilesWords() {
        Session session = open();
        assertEquals(
                List.of(
                        NeuronType.EXCITATORY,
                        NeuronType.INHIBITORY,
                        NeuronType.EXCITATORY,
                        NeuronType.INHIBITORY,
                        NeuronType.UNKNOWN,
                        NeuronType.EXCITATORY),
                session.neurons().stream().map(n -> n.type()).toList());
        assertEquals("SC", session.neurons().get(1).area());
        assertEquals("ACC x 3, SC x 3", session.areaWords());
        assertEquals(105, session.neurons().get(5).id());
        assertTrue(codes(session).containsAll(List.of("cell-types-unknown", "unit-quality")));
    }

    @Test
    void aMappingChoosesUnitsAndWords() {
        Session session = NwbFiles.open(
                file,
                "{" + WINDOW + ", 'exclude_units': {'quality': ['mua']},"
                        + " 'cell_type': {'column': 'location', 'words': {'ACC': 'E', 'SC': 'leave out'}}}");
        assertEquals(
                List.of(100, 102), session.neurons().stream().map(n -> n.id()).toList());
        assertEquals(2, session.count(NeuronType.EXCITATORY));
        // Unit 2 alone was observed without a gap, unit 0 was not.
        assertEquals(expected.path("counts").path(2).asLong(), Math.round(sum(session, 1) * 0.02));
    }

    private static double sum(Session session, int neuron) {
        double sum = 0;
        for (int i = neuron; i < session.rates().length; i += session.neurons().size()) {
            sum += session.rates()[i];
        }
        return sum;
    }

    @Test
    void columnsBecomeFactors() {
        Session session = open();
        assertEquals(
                List.of("reaction_time", "choice", "correct", "contrast", "block"),
                session.factors().stream().map(Factor::name).toList());
        assertEquals(
                Map.of("left", 10, "right", 10, "n/a", 10),
                session.factor("choice").orElseThrow().counts());
        assertEquals(
                Map.of("false", 8, "true", 22),
                session.factor("correct").orElseThrow().counts());
        Factor contrast = session.factor("contrast").orElseThrow();
        assertEquals(Factor.Kind.ORDINAL, contrast.kind());
        assertArrayEquals(new double[] {-0.5, 0, 0.25}, contrast.levels());
        assertEquals(
                Factor.Kind.CATEGORICAL, session.factor("block").orElseThrow().kind());
        assertEquals(
                Factor.Kind.CONTINUOUS,
                session.factor("reaction_time").orElseThrow().kind());
        assertTrue(codes(session).contains("columns-left-out"));
    }

    @Test
    void eventsBecomeStepsAndPulses() {
        Session session = open();
        int go = channel(session, "go");
        for (int k = 0; k < 3; k++) {
            int bin = expected.path("go_bin").path(k).asInt();
            assertEquals(1, session.input(k + 1, bin, go));
            assertEquals(0, session.input(k + 1, bin - 1, go) + session.input(k + 1, bin + 1, go));
            assertEquals(0, session.input(0, bin, go));
        }
        // Licks 410 and (in every other trial) 430 ms after time zero; "cue" is an event by its content, 150 ms after
        // it.
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                boolean lick = bin == 30 || (bin == 31 && trial % 2 == 0);
                assertEquals(lick ? 1 : 0, session.input(trial, bin, channel(session, "licks")), "bin " + bin);
                assertEquals(bin == 17 ? 1 : 0, session.input(trial, bin, channel(session, "cue")), "bin " + bin);
            }
        }
        // A mapping makes a step of any two columns: on at time zero, off 300 ms later, in bins of 20 ms from -200 ms
        // on.
        Session step = NwbFiles.open(
                file,
                "{" + WINDOW
                        + ", 'events': [{'name': 'stim', 'on': 'stim_on_time', 'off': 'stim_off_time'}], 'series': []}");
        assertEquals(List.of(Channel.event("stim")), step.channels());
        float[] inputs = step.inputs();
        for (int i = 0; i < inputs.length; i++) {
            assertEquals(i % 60 >= 10 && i % 60 < 25 ? 1 : 0, inputs[i], "bin " + i % 60);
        }
    }

    @Test
    void seriesAreMeansInBinsAndLinesBetweenSamples() {
        Session session = open();
        Channel eye = session.channels().get(channel(session, "eye_x"));
        assertEquals(expected.path("eye_mean").asDouble(), eye.mean(), 1e-9);
        assertEquals(expected.path("eye_sd").asDouble(), eye.sd(), 1e-9);
        Channel wheel = session.channels().get(channel(session, "wheel"));
        assertEquals(expected.path("wheel_mean").asDouble(), wheel.mean(), 1e-9);
        assertEquals(expected.path("wheel_sd").asDouble(), wheel.sd(), 1e-9);
        int[] trials = {0, 5, 29};
        for (int k = 0; k < trials.length; k++) {
            assertEquals(
                    expected.path("eye_z").path(k).asDouble(),
                    session.input(trials[k], 7, channel(session, "eye_x")),
                    1e-5);
            assertEquals(
                    expected.path("wheel_z").path(k).asDouble(),
                    session.input(trials[k], 8, channel(session, "wheel")),
                    1e-5);
        }
        assertEquals(
                Channel.Kind.EVENT,
                session.channels().get(channel(session, "light")).kind());
        String gaps = session.source().notes().stream()
                .filter(note -> note.code().equals("series-gaps"))
                .map(Finding::text)
                .reduce("", String::concat);
        assertTrue(
                gaps.contains(
                        "no sample in or near " + expected.path("eye_missing").asInt() + " of"),
                gaps);
    }

    @Test
    void whatCannotBeReadIsLostAloneAndNothingElse() {
        assertTrue(codes(open())
                .containsAll(List.of(
                        "unreadable-group", "unreadable-dataset", "link-cycle", "external-link", "series-left-out")));
    }

    @Test
    void theMappingOfAnOpenedSessionRepeatsIt() {
        Session guessed = SessionFiles.open(file);
        RecordingMapping understood =
                (RecordingMapping) guessed.source().mapping().orElseThrow();
        assertEquals(Optional.of("stim_on_time"), understood.align());
        String json = MappingJson.text(understood);
        Session again = NwbFiles.open(file, json);
        assertArrayEquals(guessed.rates(), again.rates());
        assertArrayEquals(guessed.inputs(), again.inputs());
        assertEquals(guessed.neurons(), again.neurons());
        assertEquals(guessed.channels(), again.channels());
        assertEquals(json, MappingJson.text(again.source().mapping().orElseThrow()));
    }

    @Test
    void badMappingsAreRefusedInASentence() {
        assertTrue(refusal("{'kind': 'nwb', 'trials': 'intervals/none'}").contains("/intervals/trials"));
        assertTrue(refusal("{'kind': 'nwb', 'align': 'nothing_time'}").contains("nothing_time"));
        assertTrue(refusal("{'kind': 'nwb', 'window_ms': [5, 1]}").contains("window_ms"));
        assertTrue(refusal("{'kind': 'nwb', 'bin_ms': 0}").contains("bin_ms"));
        assertTrue(refusal("{'kind': 'nwb', 'bin_ms': 1e-7}").contains("one array"));
        assertTrue(refusal("{'kind': 'nwb', 'colour': 1}").contains("colour"));
        assertTrue(refusal("{'kind': 'nwb', 'exclude_units': {'fine': ['x']}}").contains("fine"));
        assertTrue(refusal("{'kind': 'nwb', 'cell_type': {'column': 'kind'}}").contains("'kind'"));
        assertTrue(
                refusal("{'kind': 'nwb', 'cell_type': {'words': {'x': 'Z'}}}").contains("leave out"));
        assertTrue(refusal("{'kind': 'nwb', 'series': ['/nowhere']}").contains("/nowhere"));
        assertTrue(refusal("{'kind': 'nwb', 'factors': ['tags']}").contains("tags"));
        assertTrue(refusal("{'kind': 'nwb', 'one_hot': [{'factor': 'tags', 'during': []}]}")
                .contains("tags"));
        assertTrue(refusal("{'kind': 'nwb', 'time_unit': 'hours'}").contains("time_unit"));
        assertTrue(refusal("{'kind': 'matlab'}").contains("matlab"));
    }

    private String refusal(String mapping) {
        String sentence = assertThrows(InputError.class, () -> NwbFiles.open(file, mapping))
                .sentence();
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }

    @Test
    void openingCanBeWatchedAndCancelled() {
        List<Double> shares = new ArrayList<>();
        SessionFiles.open(file, Optional.empty(), new Watch(shares, Integer.MAX_VALUE));
        assertEquals(shares.stream().sorted().toList(), shares);
        assertTrue(shares.getLast() <= 1 && shares.size() > 3, shares.toString());
        for (int after = 0; after < shares.size(); after++) {
            Watch watch = new Watch(new ArrayList<>(), after);
            String sentence = String.valueOf(
                    assertThrows(CancelledException.class, () -> SessionFiles.open(file, Optional.empty(), watch))
                            .getMessage());
            assertTrue(sentence.contains("cancelled"), sentence);
        }
    }

    /** Cancels after some words. */
    private record Watch(List<Double> shares, int after) implements Progress {
        @Override
        public void progress(double share) {
            shares.add(share);
        }

        @Override
        public boolean isCancelled() {
            return shares.size() >= after;
        }
    }
}
