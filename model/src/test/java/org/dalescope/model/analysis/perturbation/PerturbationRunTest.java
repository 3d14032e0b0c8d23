package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;

class PerturbationRunTest {
    private static final Session SESSION = SmallSessions.small();
    private static final Configuration CONFIGURATION = Configuration.defaults();
    private static final Perturbation PERTURBATION =
            PerturbationText.of("silence I 0.7; lesion go_signal; window 0:200");

    private static FittedCircuit circuit(Session session, boolean reversed) {
        Fit first = Fit.of(SESSION, Fit.defaultSplit(SESSION, CONFIGURATION), CONFIGURATION, 1);
        int[] trials = first.split().train();
        int[] ids = reversed ? reversed(trials) : trials;
        return new FittedCircuit(
                List.of(1, 2).stream()
                        .map(seed -> {
                            Network network = RandomCircuit.of(SESSION, 1, 1, seed);
                            return new FittedNetwork(
                                    Fit.of(session, first.split(), CONFIGURATION, seed),
                                    reversed ? reordered(network) : network);
                        })
                        .toList(),
                ids);
    }

    /** The same network, told of the neurons in reverse order. */
    private static Network reordered(Network n) {
        UnitMap units = n.units();
        UnitMap other = new UnitMap(
                units.excitatory(), units.inhibitory(), reversed(units.neuronIds()), reversed(units.recordedUnit()));
        return new Network(other, n.channels(), n.w(), n.wIn(), n.b(), n.h0(), n.gain(), n.tauMs(), n.alpha());
    }

    private static int[] reversed(int[] values) {
        return IntStream.range(0, values.length)
                .map(i -> values[values.length - 1 - i])
                .toArray();
    }

    /** The same session with trials and neurons in reverse order. */
    private static Session reversed(Session s) {
        int[] trials = reversed(IntStream.range(0, s.trials()).toArray());
        int neurons = s.neurons().size();
        int channels = s.channels().size();
        float[] rates = new float[s.rates().length];
        float[] inputs = new float[s.inputs().length];
        double[] durations = new double[s.trials()];
        for (int k = 0; k < s.trials(); k++) {
            durations[k] = s.durationMs()[trials[k]];
            for (int bin = 0; bin < s.bins(); bin++) {
                for (int n = 0; n < neurons; n++) {
                    rates[(k * s.bins() + bin) * neurons + n] = s.rate(trials[k], bin, neurons - 1 - n);
                }
                for (int c = 0; c < channels; c++) {
                    inputs[(k * s.bins() + bin) * channels + c] = s.input(trials[k], bin, c);
                }
            }
        }
        List<Neuron> order = s.neurons().reversed();
        List<Factor> factors = s.factors().stream().map(f -> f.of(trials)).toList();
        int[] ids = IntStream.of(trials).map(t -> s.trialIds()[t]).toArray();
        return new Session(s.name(), s.source(), s.time(), order, s.channels(), factors, ids, durations, rates, inputs);
    }

    private static AnalysisResult result(FittedCircuit circuit) {
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            return PerturbationReport.of(PerturbationRun.of(circuit, PERTURBATION, workers, Progress.SILENT));
        }
    }

    /** Rows by their words and the neuron's id. */
    private static Map<String, double[]> rows(Table table, boolean withId) {
        Map<String, double[]> rows = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder key = new StringBuilder();
            double[] numbers = new double[table.columns().size()];
            for (int c = 0; c < numbers.length; c++) {
                switch (table.columns().get(c)) {
                    case Table.Words words ->
                        key.append(words.values().get(row)).append(' ');
                    case Table.Numbers values -> numbers[c] = values.values()[row];
                }
            }
            rows.put(withId ? key.toString() + numbers[2] : key.toString(), numbers);
        }
        assertEquals(table.rows(), rows.size());
        return rows;
    }

    private static void assertSame(Table wanted, Table found, boolean withId) {
        Map<String, double[]> other = rows(found, withId);
        rows(wanted, withId).forEach((key, numbers) -> {
            double[] same = other.getOrDefault(key, new double[0]);
            assertTrue(other.containsKey(key), key);
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(numbers[i], same[i], 1e-9, key);
            }
        });
    }

    private static PerturbationRun run(String perturbation) {
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            return PerturbationRun.of(
                    circuit(SESSION, false), PerturbationText.of(perturbation), workers, Progress.SILENT);
        }
    }

    /** A drive of 10,000 gives rates far above any cell's. */
    @Test
    void theIntactNetworksStayWhereEveryPerturbedOneDiverges() {
        PerturbationRun away = run("drive E 10000");
        assertTrue(away.allDiverge());
        assertTrue(Double.isNaN(away.perturbedPsth(0)[0]) && Double.isNaN(away.intactPsth(0)[0]));
        PerturbationRun mild = run("silence I 0.1");
        assertFalse(mild.allDiverge());
        assertArrayEquals(mild.intactPsth(0), away.intactPsthOfAll(0), 1e-9);
    }

    @Test
    void resultsBelongToIdsAndNotToPlaces() {
        FittedCircuit plain = circuit(SESSION, false);
        FittedCircuit other = circuit(reversed(SESSION), true);
        AnalysisResult wanted = result(plain);
        AnalysisResult found = result(other);
        for (int i = 0; i < wanted.statistics().size(); i++) {
            assertEquals(
                    wanted.statistics().get(i).value(),
                    found.statistics().get(i).value(),
                    1e-9);
        }
        assertSame(wanted.tables().get(0), found.tables().get(0), false);
        assertSame(wanted.tables().get(1), found.tables().get(1), true);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            AnalysisResult battery = AnalysisKind.PERTURBATION.of(plain, engine, Progress.SILENT);
            AnalysisResult same = AnalysisKind.PERTURBATION.of(other, engine, Progress.SILENT);
            assertSame(battery.tables().get(0), same.tables().get(0), false);
            assertEquals(
                    2 + 4 + 8 + SESSION.channels().size(),
                    battery.tables().get(0).rows());
            assertEquals(
                    battery.statistics().get(0).value(),
                    same.statistics().get(0).value(),
                    1e-9);
        }
    }

    /** The change of the first neuron in all trials, summed by hand. */
    @Test
    void aNeuronsChangeIsTheMeanOverValidBinsOfTheWindow() {
        FittedCircuit circuit = circuit(SESSION, false);
        int[] positions = SESSION.positions(circuit.trialIds());
        double sum = 0;
        int count = 0;
        try (WorkerThreads workers = WorkerThreads.of(1)) {
            for (FittedNetwork member : circuit.members()) {
                CircuitSimulation simulation = PerturbationRun.simulation(circuit, member, workers);
                double[] intact = simulation.intact();
                double[] perturbed = simulation.rates(PERTURBATION);
                int n = member.network().size();
                for (int k = 0; k < positions.length; k++) {
                    // Bins of 25 ms from -200 ms on: 0:200 are bins 8 to 15.
                    for (int bin = 8; bin < 16; bin++) {
                        if (circuit.fit().mask().isValid(positions[k], bin)) {
                            int i = (k * SESSION.bins() + bin) * n
                                    + member.network().units().recordedUnit()[0];
                            sum += perturbed[i] - intact[i];
                            count++;
                        }
                    }
                }
            }
        }
        Table.Numbers change =
                (Table.Numbers) result(circuit).tables().get(1).columns().get(6);
        assertEquals("change", change.name());
        assertEquals(sum / count, change.values()[0], 1e-9);
    }
}
