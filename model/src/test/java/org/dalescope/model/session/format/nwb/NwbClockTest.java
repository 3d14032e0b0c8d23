package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spike times on a clock that starts again, or counted from each trial. */
class NwbClockTest {
    private static final int TRIALS = 20;
    private static final int UNITS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Ascending times between two moments. */
    private static double[] train(int seed, int count, double from, double until) {
        return new Random(seed).doubles(count, from, until).sorted().toArray();
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    private Path file(List<double[]> units, double[] starts) {
        Map<String, Object> fields = new HashMap<>();
        int[] ends = new int[units.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += units.get(i).length;
            ends[i] = end;
        }
        fields.put("units/spike_times", joined(units.toArray(double[][]::new)));
        fields.put("units/spike_times_index", ends);
        fields.put("units/id", IntStream.range(0, ends.length).toArray());
        fields.put("intervals/trials/start_time", starts);
        fields.put(
                "intervals/trials/stop_time",
                Arrays.stream(starts).map(s -> s + 1).toArray());
        return NwbFiles.write(folder.resolve("clock.nwb"), fields);
    }

    /** A train of every unit, from the seeds that begin with this one. */
    private static List<double[]> trains(int seed, int spikes, double from, double until) {
        return IntStream.range(0, UNITS)
                .mapToObj(u -> train(seed + u, spikes, from, until))
                .toList();
    }

    /** Every unit's second train after its first. */
    private static List<double[]> joined(List<double[]> first, List<double[]> second) {
        return IntStream.range(0, UNITS)
                .mapToObj(u -> joined(first.get(u), second.get(u)))
                .toList();
    }

    private static double[] starts(int trials, double spacing) {
        return IntStream.range(0, trials).mapToDouble(i -> 10 + spacing * i).toArray();
    }

    /** Spikes from 200 ms before the trials to their ends. */
    private static long inTrials(List<double[]> units, double[] starts) {
        return units.stream()
                .mapToLong(unit -> Arrays.stream(unit)
                        .mapToLong(time -> Arrays.stream(starts)
                                .filter(start -> time >= start - 0.2 && time < start + 1)
                                .count())
                        .sum())
                .sum();
    }

    private static long spikes(Session session) {
        double sum = 0;
        for (float rate : session.rates()) {
            sum += rate * session.time().binMs() / 1000;
        }
        return Math.round(sum);
    }

    private static List<Finding> backwards(Session session) {
        return session.source().notes().stream()
                .filter(n -> n.code().equals("clock-runs-backwards"))
                .toList();
    }

    @Test
    void spikesAfterTheClockStartsAgainAreNotCounted() {
        double[] starts = starts(TRIALS, 2);
        List<double[]> first = trains(0, 300, 8, 52);
        List<double[]> all = joined(first, trains(90, 200, 1, 30));
        Session session = SessionFiles.open(file(all, starts));
        assertEquals(inTrials(first, starts), spikes(session));
        assertArrayEquals(SessionFiles.open(file(first, starts)).rates(), session.rates());
        String text = backwards(session).getFirst().text();
        assertTrue(text.contains("4 of 4 units") && text.contains("trial 19"), text);
        assertTrue(text.contains(String.valueOf(200 * UNITS)), text);
    }

    @Test
    void aQuietUnitDoesNotHideTheRestart() {
        double[] starts = starts(TRIALS, 2);
        List<double[]> first = IntStream.range(0, UNITS)
                .mapToObj(u -> train(u, u == 0 ? 4 : 300, 8, 52))
                .toList();
        List<double[]> all = IntStream.range(0, UNITS)
                .mapToObj(u -> u == 0 ? first.get(u) : joined(first.get(u), train(90 + u, 200, 1, 30)))
                .toList();
        Session session = SessionFiles.open(file(all, starts));
        assertEquals(inTrials(first, starts), spikes(session));
        assertTrue(backwards(session).getFirst().text().contains("3 of 4 units"));
    }

    @Test
    void trialsThatStartAgainTooHaveTheSpikesOfTheirPart() {
        double[] starts = joined(starts(TRIALS, 2), starts(8, 2));
        List<double[]> first = trains(0, 300, 8, 52);
        List<double[]> second = trains(90, 200, 1, 30);
        List<double[]> all = joined(first, second);
        Session session = SessionFiles.open(file(all, starts));
        assertEquals(inTrials(first, starts(TRIALS, 2)) + inTrials(second, starts(8, 2)), spikes(session));
        assertTrue(backwards(session).getFirst().text().contains("own part"));
    }

    /** Three conditions, one after the other in the table: its times go back twice, those of the spikes once. */
    @Test
    void trialsSortedByConditionHaveNoSpikesOfALaterPart() {
        double[] starts = IntStream.range(0, TRIALS)
                .mapToDouble(i -> 10 + 2.0 * (3 * (i % 7) + i / 7))
                .toArray();
        List<double[]> first = trains(0, 300, 8, 52);
        List<double[]> all = joined(first, trains(90, 200, 1, 30));
        Session session = SessionFiles.open(file(all, starts));
        assertEquals(inTrials(first, starts), spikes(session));
        assertArrayEquals(SessionFiles.open(file(first, starts)).rates(), session.rates());
        String text = backwards(session).getFirst().text();
        assertTrue(text.contains("every trial has the spikes before it"), text);
        assertTrue(text.contains(200 * UNITS + " spikes after it"), text);
    }

    /** The last stored spike is early on the second clock; the trials reach far on the first. */
    @Test
    void aShortSecondPartDoesNotMakeTheTrialsLookLikeMilliseconds() {
        double[] starts = starts(TRIALS, 200);
        List<double[]> first = trains(0, 3000, 8, 4000);
        List<double[]> all = joined(first, trains(90, 20, 1, 10));
        Session session = SessionFiles.open(file(all, starts));
        assertEquals(inTrials(first, starts), spikes(session));
    }

    @Test
    void oneUnsortedListIsToldAndCountedWhole() {
        double[] starts = starts(TRIALS, 2);
        List<double[]> units = IntStream.range(0, UNITS)
                .mapToObj(u -> u == 2 ? joined(train(7, 150, 8, 52), train(8, 150, 8, 52)) : train(u, 300, 8, 52))
                .toList();
        Session session = SessionFiles.open(file(units, starts));
        assertEquals(inTrials(units, starts), spikes(session));
        assertTrue(backwards(session).getFirst().text().contains("1 of 4 units"));
    }

    @Test
    void trialsOutOfOrderLoseNothing() {
        double[] starts = joined(
                starts(10, 4), Arrays.stream(starts(10, 4)).map(s -> s + 2).toArray());
        List<double[]> units = trains(0, 300, 8, 52);
        Session session = SessionFiles.open(file(units, starts));
        assertEquals(inTrials(units, starts), spikes(session));
        assertTrue(backwards(session).isEmpty());
    }

    @Test
    void timesOfEachTrialAreRefusedAsWhatTheyAre() {
        for (int trials : new int[] {20, 600}) {
            for (double unit : new double[] {1, 1000}) {
                List<double[]> units = IntStream.range(0, UNITS)
                        .mapToObj(u -> joined(IntStream.range(0, trials)
                                .mapToObj(t -> train(u * 1000 + t, 9, -0.5 * unit, 1.5 * unit))
                                .toArray(double[][]::new)))
                        .toList();
                String sentence = assertThrows(
                                InputError.class, () -> SessionFiles.open(file(units, starts(trials, 2.5))))
                        .sentence();
                assertTrue(sentence.contains("counted from each trial"), sentence);
                assertFalse(sentence.contains("milliseconds") || sentence.contains("hours"), sentence);
            }
        }
        List<double[]> sorted = IntStream.range(0, UNITS)
                .mapToObj(u -> train(u, 900, -0.5, 1.5))
                .toList();
        String sentence = assertThrows(InputError.class, () -> SessionFiles.open(file(sorted, starts(60, 2.5))))
                .sentence();
        assertTrue(sentence.contains("counted from each trial"), sentence);
    }
}
