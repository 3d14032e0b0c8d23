package org.dalescope.model.session.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionValidation;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticTruthTest {
    private static final SyntheticSettings SMALL = new SyntheticSettings(20, 6, 40, 60, 25, 2, 7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 12})
    void weightsObeyDaleHaveNoSelfConnectionAndTheRankThatIsAskedFor(int rank) {
        SyntheticSettings settings = SMALL.with("hidden_excitatory", "8")
                .with("hidden_inhibitory", "3")
                .with("rank", Integer.toString(rank));
        SyntheticTruth truth = SyntheticTruth.of(settings);
        double[][] w = truth.weights();
        assertEquals(37, w.length);
        for (int to = 0; to < w.length; to++) {
            assertEquals(0, w[to][to]);
            for (int from = 0; from < w.length; from++) {
                assertTrue(w[to][from] * truth.unitType()[from] >= 0, to + " from " + from);
            }
        }
        var decomposition = DecompositionFactory_DDRM.svd(37, 37, false, false, false);
        assertTrue(decomposition.decompose(new DMatrixRMaj(w)));
        double[] singular = decomposition.getSingularValues();
        double largest = Arrays.stream(singular).max().orElseThrow();
        long found = Arrays.stream(singular).filter(s -> s > 1e-10 * largest).count();
        assertEquals(rank == 0 ? 37 : rank, found);
        double excitation = Arrays.stream(w)
                .mapToDouble(row -> Arrays.stream(row).filter(v -> v > 0).sum())
                .average()
                .orElseThrow();
        assertEquals(0.55, excitation, rank == 0 ? 0.1 : 0.3);
    }

    /** log tau is normal with sd s around log(mean) - s^2 / 2; with n units the mean of tau has sd mean sqrt((e^(s^2) - 1) / n). */
    @Test
    void timeConstantsAreLogNormalAroundTheirMeans() {
        SyntheticSettings settings = new SyntheticSettings(900, 900, 10, 2, 25, 0, 3)
                .with("tau_e", "60")
                .with("tau_i", "15")
                .with("tau_spread", "0.3");
        double[] tau = SyntheticTruth.of(settings).tauMs();
        for (int population = 0; population < 2; population++) {
            double mean = population == 0 ? 60 : 15;
            double[] own = Arrays.copyOfRange(tau, 900 * population, 900 * (population + 1));
            double standardError = mean * Math.sqrt((Math.exp(0.09) - 1) / 900);
            assertEquals(mean, Arrays.stream(own).average().orElseThrow(), 4 * standardError);
            double[] logs = Arrays.stream(own).map(Math::log).toArray();
            double centre = Arrays.stream(logs).average().orElseThrow();
            assertEquals(Math.log(mean) - 0.045, centre, 4 * 0.3 / 30);
            double sd = Math.sqrt(Arrays.stream(logs)
                    .map(l -> (l - centre) * (l - centre))
                    .average()
                    .orElseThrow());
            assertEquals(0.3, sd, 4 * 0.3 / Math.sqrt(2 * 900));
        }
        double[] equal = SyntheticTruth.of(SMALL).tauMs();
        assertArrayEquals(
                IntStream.range(0, 26).mapToDouble(i -> i < 20 ? 60 : 30).toArray(), equal);
    }

    /** Summed over bins, counts have the given mean, and around it at least Poisson's variance (conditional Fano 1.5). */
    @Test
    void spikesScatterAroundTheTrueRatesByTheFanoFactor() {
        SyntheticSettings settings = new SyntheticSettings(20, 6, 200, 60, 25, 0, 7)
                .with("noise", "0")
                .with("fano", "1.5");
        Session session = SyntheticSession.of(settings);
        float[] truth = SyntheticTruth.of(settings).rates().orElseThrow();
        double expected = 0;
        double counted = 0;
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            double mean = truth[i] * 0.025;
            double count = session.rates()[i] * 0.025;
            expected += mean;
            counted += count;
            squares += (count - mean) * (count - mean);
        }
        assertEquals(expected, counted, 5 * Math.sqrt(1.5 * expected));
        assertEquals(1.5, squares / expected, 0.03);
    }

    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void everyTaskGivesASessionThatCanBeFitted(TaskKind task) {
        SyntheticSettings settings =
                SMALL.with("task", task.name()).with("hidden_excitatory", "5").with("bins", "72");
        Session session = SyntheticSession.of(settings);
        SessionValidation.check(session);
        SessionValidation.fittable(session);
        assertEquals(20, session.count(NeuronType.EXCITATORY));
        assertEquals(6, session.count(NeuronType.INHIBITORY));
        for (Factor factor : session.factors()) {
            assertTrue(factor.levels().length > 1, factor.name());
        }
        int[] events = new int[session.channels().size()];
        for (int i = 0; i < session.inputs().length; i++) {
            events[i % events.length] += session.inputs()[i] == 0 ? 0 : 1;
        }
        assertTrue(Arrays.stream(events).allMatch(n -> n > 0), Arrays.toString(events));
        int[] units = SyntheticTruth.of(settings).recordedUnit();
        for (int neuron = 0; neuron < units.length; neuron++) {
            boolean excitatory = session.neurons().get(neuron).type() == NeuronType.EXCITATORY;
            assertEquals(excitatory ? 1 : -1, SyntheticTruth.of(settings).unitType()[units[neuron]]);
            assertTrue(units[neuron] < 20 || units[neuron] >= 25, "a hidden unit was recorded");
        }
    }

    @Test
    void theFileHoldsWhatRunsTheCircuitAgain(@TempDir Path folder) throws IOException {
        SyntheticTruth truth = SyntheticTruth.of(SMALL.with("rank", "3").with("noise", "0.2"));
        Path file = folder.resolve("s.truth.npz");
        truth.write(file);
        NpzFile.Content content = NpzFile.read(file);
        assertArrayEquals(new int[] {26, 26}, content.array("W_rec").shape());
        assertEquals(truth.weights()[3][5], content.array("W_rec").doubles()[3 * 26 + 5]);
        assertArrayEquals(new int[] {26, 9}, content.array("W_in").shape());
        assertArrayEquals(new int[] {40, 60, 26}, content.array("rates").shape());
        assertEquals(0.2, content.array("process_noise").doubles()[0]);
        double alpha = content.array("alpha").doubles()[0];
        assertEquals(1 - Math.exp(-25 / content.array("tau").doubles()[0]), alpha, 1e-15);
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        assertTrue(refusal("aborted", "30").contains("at most half"));
        assertTrue(refusal("rank", "26").contains("below the number of units"));
        assertTrue(refusal("fano", "0.5").contains("fano"));
        assertTrue(refusal("trials", "90000", "bins", "90000").contains("too large"));
    }

    private static String refusal(String... keysAndValues) {
        return assertThrows(InputError.class, () -> {
                    SyntheticSettings settings = SMALL;
                    for (int i = 0; i < keysAndValues.length; i += 2) {
                        settings = settings.with(keysAndValues[i], keysAndValues[i + 1]);
                    }
                })
                .sentence();
    }
}
