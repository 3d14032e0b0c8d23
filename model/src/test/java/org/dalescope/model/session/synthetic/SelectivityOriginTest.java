package org.dalescope.model.session.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;

/** Circuits whose selectivity comes from inputs alone, or through recurrence. */
class SelectivityOriginTest {
    private static SyntheticSettings settings(String origin) {
        return SyntheticSettings.demo()
                .with("task", "delayed-saccade")
                .with("trials", "200")
                .with("selectivity", origin)
                .with("seed", "4");
    }

    @Test
    void fromInputsAloneMeansThatNoWeightIsThere() {
        SyntheticTruth truth = SyntheticTruth.of(settings("inputs"));
        assertTrue(
                Arrays.stream(truth.weights()).flatMapToDouble(Arrays::stream).allMatch(w -> w == 0));
    }

    @Test
    void throughRecurrenceAQuarterOfTheECellsReceiveThePlaceAndTheSalience() {
        SyntheticTruth truth = SyntheticTruth.of(settings("recurrence"));
        List<String> channels = SyntheticSession.of(settings("recurrence")).channels().stream()
                .map(Channel::name)
                .toList();
        int driven = 0;
        for (int unit = 0; unit < 40; unit++) {
            double[] in = truth.inputWeights()[unit];
            int places = 0;
            boolean salient = false;
            for (int k = 0; k < channels.size(); k++) {
                places += channels.get(k).startsWith("target_loc_") && in[k] != 0 ? 1 : 0;
                salient |= channels.get(k).endsWith("_salience") && in[k] != 0;
            }
            assertTrue(places <= 1);
            assertEquals(places == 1, salient);
            assertTrue(places == 0 || unit < 32, "no I cell is driven");
            driven += places;
        }
        assertEquals(8, driven);
    }

    @Test
    void theGroupsObeyDaleWithoutSelfConnections() {
        double[][] w = SyntheticTruth.of(settings("recurrence")).weights();
        for (int to = 0; to < 40; to++) {
            assertTrue(w[to][to] == 0);
            for (int from = 0; from < 40; from++) {
                assertTrue(from < 32 ? w[to][from] >= 0 : w[to][from] <= 0);
            }
        }
    }

    /** Cells without the input of the place tell places apart at 800 ms, 200 ms after the cue has ended. */
    @Test
    void cellsWithoutTheInputAreSelectiveAfterIt() {
        for (String origin : List.of("recurrence", "inputs")) {
            SyntheticTruth truth = SyntheticTruth.of(settings(origin));
            Session session = SyntheticSession.of(settings(origin));
            double[] places = session.factor("location").orElseThrow().values();
            float[] rates = truth.rates().orElseThrow();
            double modulation = 0;
            int cells = 0;
            for (int n = 0; n < 40; n++) {
                double[] in = truth.inputWeights()[truth.recordedUnit()[n]];
                if (IntStream.rangeClosed(1, 4).anyMatch(k -> in[k] != 0)) {
                    continue;
                }
                double[] sum = new double[5];
                double[] count = new double[5];
                for (int trial = 0; trial < 200; trial++) {
                    sum[(int) places[trial]] += rates[(trial * 80 + 40) * 40 + n];
                    count[(int) places[trial]]++;
                }
                double[] means = IntStream.rangeClosed(1, 4)
                        .mapToDouble(k -> sum[k] / count[k])
                        .toArray();
                double low = Arrays.stream(means).min().orElseThrow();
                double high = Arrays.stream(means).max().orElseThrow();
                modulation += (high - low) / (high + low);
                cells++;
            }
            boolean recurrent = origin.equals("recurrence");
            assertTrue(cells > 0);
            assertEquals(recurrent, modulation / cells > 0.1, origin + " " + modulation / cells);
        }
    }

    @Test
    void settingsWithoutEffectAreRefused() {
        refused("task", "reach", "needs the task delayed-response");
        refused("rank", "3", "rank has no effect");
        String sentence = assertThrows(
                        InputError.class, () -> settings("inputs").with("recurrence", "2"))
                .sentence();
        assertTrue(sentence.contains("recurrence has no effect"), sentence);
    }

    private static void refused(String key, String value, String words) {
        String sentence = assertThrows(
                        InputError.class, () -> settings("recurrence").with(key, value))
                .sentence();
        assertTrue(sentence.contains(words), sentence);
    }
}
