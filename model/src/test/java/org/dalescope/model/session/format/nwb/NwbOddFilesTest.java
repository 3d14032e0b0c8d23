package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.SuggestedMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with something missing, or with times that are no seconds. */
class NwbOddFilesTest {
    private static final int TRIALS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Two units with a spike every 100 and 130 ms for 60 s; twenty trials of 2 s. */
    private static Map<String, Object> fields(double perSecond) {
        Map<String, Object> fields = new HashMap<>();
        double[] spikes = new double[600 + 461];
        Arrays.setAll(spikes, i -> Math.rint((i < 600 ? 0.1 * i : 0.13 * (i - 600)) * perSecond * 1e6) / 1e6);
        fields.put("units/spike_times", spikes);
        fields.put("units/spike_times_index", new int[] {600, 1061});
        fields.put("units/id", new int[] {7, 9});
        double[] start = new double[TRIALS];
        double[] stop = new double[TRIALS];
        double[] tone = new double[TRIALS];
        Arrays.setAll(start, i -> 1.05 + 2.5 * i);
        Arrays.setAll(stop, i -> start[i] + 2);
        Arrays.setAll(tone, i -> start[i] + 0.5);
        fields.put("intervals/trials/start_time", start);
        fields.put("intervals/trials/stop_time", stop);
        fields.put("intervals/trials/tone_time", tone);
        return fields;
    }

    private Path write(Map<String, Object> fields) {
        return NwbFiles.write(folder.resolve("odd.nwb"), fields);
    }

    private String refusal(Map<String, Object> fields) {
        Path file = write(fields);
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(file)).sentence();
        assertTrue(sentence.startsWith(file.toString()), sentence);
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }

    private String without(String... names) {
        Map<String, Object> fields = fields(1);
        fields.keySet().removeAll(Arrays.asList(names));
        return refusal(fields);
    }

    /** Half of the trials have a number, and each its own: that is a scale and no list of categories. */
    @Test
    void aNumberOfItsOwnInEveryTrialThatHasOneIsAScale() {
        Map<String, Object> fields = fields(1);
        double[] own = new double[TRIALS];
        Arrays.setAll(own, i -> i % 2 == 0 ? Double.NaN : (i - 1) / 2.0);
        double[] shared = new double[TRIALS];
        Arrays.setAll(shared, i -> i % 2 == 0 ? Double.NaN : i % 4 < 2 ? 0.0 : 1.0);
        fields.put("intervals/trials/attempt", own);
        fields.put("intervals/trials/side", shared);
        Session session = SessionFiles.open(write(fields));
        assertEquals(
                Factor.Kind.CONTINUOUS, session.factor("attempt").orElseThrow().kind());
        assertEquals(
                Factor.Kind.CATEGORICAL, session.factor("side").orElseThrow().kind());
    }

    @Test
    void timesThatAreNoSecondsAreRefusedAndReadOnceConfirmed() {
        Session seconds = SessionFiles.open(write(fields(1)));
        assertEquals("tone", seconds.time().event());
        String ms = refusal(fields(1000));
        assertTrue(ms.contains("milliseconds") && ms.contains("\"spikes_s\": 0.001"), ms);
        Session confirmed = NwbFiles.open(write(fields(1000)), "{'kind': 'nwb', 'time_unit': {'spikes_s': 0.001}}");
        assertArrayEquals(seconds.rates(), confirmed.rates());
        Path file = write(fields(1000));
        InputError refused = assertThrows(InputError.class, () -> SessionFiles.open(file));
        SuggestedMapping suggested = SuggestedMapping.of(refused).orElseThrow();
        assertEquals("Read the spike times as milliseconds", suggested.words());
        Session asSuggested = SessionFiles.open(file, Optional.of(suggested.mapping()), Progress.SILENT);
        assertArrayEquals(seconds.rates(), asSuggested.rates());
        String ticks = refusal(fields(30_000));
        assertTrue(ticks.contains("30 kHz"), ticks);
        Map<String, Object> both = fields(1000);
        for (String name : new String[] {"start_time", "stop_time", "tone_time"}) {
            double[] times = (double[]) fields(1).getOrDefault("intervals/trials/" + name, new double[0]);
            both.put(
                    "intervals/trials/" + name,
                    Arrays.stream(times).map(t -> t * 1000).toArray());
        }
        assertTrue(refusal(both).contains("milliseconds"));
        Session all = NwbFiles.open(write(both), "{'kind': 'nwb', 'time_unit': 'ms'}");
        assertArrayEquals(seconds.rates(), all.rates());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(without("units/spike_times").contains("spike_times"));
        assertTrue(without("units/spike_times_index").contains("spike_times_index"));
        assertTrue(without("intervals/trials/start_time").contains("no table of trials"));
        Map<String, Object> index = fields(1);
        index.put("units/spike_times_index", new int[] {600, 5000});
        assertTrue(refusal(index).contains("does not rise from 0 to its"));
        Map<String, Object> later = fields(1);
        for (String name : new String[] {"start_time", "stop_time", "tone_time"}) {
            double[] times = (double[]) later.getOrDefault("intervals/trials/" + name, new double[0]);
            later.put(
                    "intervals/trials/" + name,
                    Arrays.stream(times).map(t -> t + 500).toArray());
        }
        assertTrue(refusal(later).contains("time that was recorded"));
    }

    /** 60 s of 100 ms intervals hold, in 20 windows of 1.7 s, exactly 17 spikes each. */
    @Test
    void aTrialWithoutTheEventHoldsNoDataAndCountsAsAborted() {
        Map<String, Object> fields = fields(1);
        double[] tone = (double[]) fields.getOrDefault("intervals/trials/tone_time", new double[0]);
        tone[4] = Double.NaN;
        Session session = SessionFiles.open(write(fields));
        assertTrue(session.isAborted(4));
        assertEquals(0, session.observed().validBins(4));
        assertEquals(68, session.bins());
        for (int trial = 0; trial < TRIALS; trial++) {
            double spikes = 0;
            for (int bin = 0; bin < session.bins(); bin++) {
                spikes += session.rate(trial, bin, 0) * 0.025;
            }
            assertEquals(trial == 4 ? 0 : 17, spikes, 1e-3, "trial " + trial);
        }
    }
}
