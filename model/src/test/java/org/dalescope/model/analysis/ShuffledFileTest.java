package org.dalescope.model.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.random.CounterRandom;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Split;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same networks on the same session whose file has its trials and neurons in another order: everything stays, per id. */
class ShuffledFileTest {
    private final Session session = SmallSessions.withTrialIds(SmallSessions.small(), position -> 700 + 3 * position);
    private final Session shuffled = shuffled(session);

    @ParameterizedTest
    @EnumSource(
            value = AnalysisKind.class,
            names = {"CONNECTIVITY", "DYNAMICS", "POPULATION", "FIXED_POINTS", "CURRENTS", "ENSEMBLE"})
    void ordersInTheFileChangeNothing(AnalysisKind kind) {
        List<FittedNetwork> members = List.of(member(session, 3), member(session, 8), member(session, 21));
        int[] trials = members.getFirst().fit().split().train();
        List<FittedNetwork> others = members.stream()
                .map(m -> new FittedNetwork(
                        Fit.of(
                                shuffled,
                                m.fit().split(),
                                m.fit().configuration(),
                                m.fit().seed()),
                        m.network()))
                .toList();
        int[] turned = IntStream.range(0, trials.length)
                .map(i -> trials[trials.length - 1 - i])
                .toArray();
        try (RecurrentEngine engine = new FusedEngine(1)) {
            compare(
                    kind.of(new FittedCircuit(members, trials), engine, AnalysisWatch.SILENT),
                    kind.of(new FittedCircuit(others, turned), engine, AnalysisWatch.SILENT));
        }
    }

    private static void compare(AnalysisResult a, AnalysisResult b) {
        assertEquals(a.statistics().size(), b.statistics().size());
        for (int i = 0; i < a.statistics().size(); i++) {
            Statistic one = a.statistics().get(i);
            Statistic other = b.statistics().get(i);
            near(one.name(), one.value(), other.value());
            near(one.name(), one.uncertainty().low(), other.uncertainty().low());
            near(one.name(), one.chance().p(), other.chance().p());
        }
        assertEquals(a.tables().size(), b.tables().size());
        for (int i = 0; i < a.tables().size(); i++) {
            compare(a.tables().get(i), b.tables().get(i));
        }
    }

    private static void compare(Table a, Table b) {
        assertEquals(a.rows(), b.rows(), a.name());
        for (int column = 0; column < a.columns().size(); column++) {
            String name = a.name() + "." + a.columns().get(column).name();
            switch (a.columns().get(column)) {
                case Table.Words words ->
                    assertEquals(words.values(), ((Table.Words) b.columns().get(column)).values(), name);
                case Table.Numbers numbers -> {
                    double[] other = ((Table.Numbers) b.columns().get(column)).values();
                    for (int row = 0; row < other.length; row++) {
                        near(name, numbers.values()[row], other[row]);
                    }
                }
            }
        }
    }

    private static void near(String name, double expected, double actual) {
        double tolerance = Double.isNaN(expected) ? 1e-6 : 1e-6 * (1 + Math.abs(expected));
        assertEquals(expected, actual, tolerance, name);
    }

    /** A network with weights away from where the fit would begin, for the orders must not matter to it either. */
    private static FittedNetwork member(Session session, long seed) {
        Configuration configuration = Configuration.defaults();
        Split split = Fit.defaultSplit(session, configuration);
        Fit fit = Fit.of(session, split, configuration, seed);
        double[] raw = new double[fit.parameterisation().layout().length()];
        CounterRandom random = new CounterRandom(seed);
        Arrays.setAll(raw, i -> 0.2 * random.gaussian(i));
        Network network = fit.parameterisation().network(raw);
        return new FittedNetwork(fit, network);
    }

    private static Session shuffled(Session session) {
        int[] trials = new CounterRandom(1).permutation(session.trials());
        int[] neurons = new CounterRandom(2).permutation(session.neurons().size());
        int inputs = session.bins() * session.channels().size();
        List<Neuron> renamed = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (int neuron : neurons) {
            renamed.add(session.neurons().get(neuron));
        }
        session.factors().forEach(factor -> factors.add(factor.of(trials)));
        float[] rates = new float[session.rates().length];
        float[] in = new float[session.inputs().length];
        int next = 0;
        for (int trial = 0; trial < trials.length; trial++) {
            System.arraycopy(session.inputs(), trials[trial] * inputs, in, trial * inputs, inputs);
            for (int bin = 0; bin < session.bins(); bin++) {
                for (int neuron : neurons) {
                    rates[next++] = session.rate(trials[trial], bin, neuron);
                }
            }
        }
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                renamed,
                session.channels(),
                factors,
                IntStream.of(trials).map(t -> session.trialIds()[t]).toArray(),
                IntStream.of(trials).mapToDouble(t -> session.durationMs()[t]).toArray(),
                rates,
                in);
    }
}
