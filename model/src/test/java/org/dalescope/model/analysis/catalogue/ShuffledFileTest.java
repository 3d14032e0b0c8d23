package org.dalescope.model.analysis.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.analysis.circuit.UntrainedNetworks;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same networks on the same session whose file has its trials and neurons in another order: everything stays, per id. */
class ShuffledFileTest {
    /** An E neuron. */
    private static final int RETYPED = 2;

    private static final Pattern NAMING =
            Pattern.compile("seed|unit|to|from|axis|index|epoch|point|time|input_time|neuron.*|.*_trial");

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
        try (RecurrentEngine engine = new FusedEngine(1)) {
            compare(
                    kind.of(new FittedCircuit(members, trials), engine, Progress.SILENT),
                    kind.of(new FittedCircuit(others, turned(trials)), engine, Progress.SILENT));
        }
    }

    /**
     * A file that already has the types that the first one got by data.neuron_types, with its neurons and trials in another
     * order: the networks are joined by id, whatever order they were kept in.
     */
    @ParameterizedTest
    @EnumSource(AnalysisKind.class)
    void retypedNeuronsInAnotherOrderChangeNothing(AnalysisKind kind) {
        Session retyped = shuffled(withType(session, RETYPED, NeuronType.INHIBITORY));
        List<FittedNetwork> members = new ArrayList<>();
        List<FittedNetwork> others = new ArrayList<>();
        for (long seed : new long[] {3, 8, 21}) {
            FittedNetwork member = member(session, seed, RETYPED + "=I");
            Fit fit = Fit.of(retyped, member.fit().split(), Configuration.defaults(), seed);
            members.add(member);
            others.add(FittedNetwork.joined(fit, member.network(), member.course()));
        }
        int[] trials = members.getFirst().fit().split().train();
        try (RecurrentEngine engine = new FusedEngine(1)) {
            AnalysisResult one = kind.of(new FittedCircuit(members, trials), engine, Progress.SILENT);
            AnalysisResult other = kind.of(new FittedCircuit(others, turned(trials)), engine, Progress.SILENT);
            compare(byId(one), byId(other));
        }
    }

    /** A type that changed after the fit is refused, and so is a neuron that the network does not know. */
    @Test
    void aChangedTypeIsRefused() {
        FittedNetwork member = member(session, 3, "");
        Split split = member.fit().split();
        Fit changed = Fit.of(withType(session, RETYPED, NeuronType.INHIBITORY), split, Configuration.defaults(), 3);
        InputError refusal =
                assertThrows(InputError.class, () -> FittedNetwork.joined(changed, member.network(), List.of()));
        assertTrue(refusal.sentence().contains("Neuron " + RETYPED + " is I in the session and E in the run"));
        Fit fewer = Fit.of(
                session, split, Configuration.defaults().with("data.exclude_neurons", Integer.toString(RETYPED)), 3);
        assertThrows(InputError.class, () -> FittedNetwork.joined(fewer, member.network(), List.of()));
    }

    private static Session withType(Session session, int id, NeuronType type) {
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                session.neurons().stream()
                        .map(neuron -> neuron.id() == id ? new Neuron(id, type, neuron.area()) : neuron)
                        .toList(),
                session.channels(),
                session.factors(),
                session.trialIds(),
                session.durationMs(),
                session.rates(),
                session.inputs());
    }

    /** The same with the rows of every table in the order of their ids and words. */
    private static AnalysisResult byId(AnalysisResult result) {
        return new AnalysisResult(
                result.name(),
                result.title(),
                result.statistics(),
                result.tables().stream().map(ShuffledFileTest::byId).toList(),
                result.notes());
    }

    private static Table byId(Table table) {
        int[] order = IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparing(row -> key(table, row)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Table(
                table.name(),
                table.caption(),
                table.columns().stream().map(column -> reordered(column, order)).toList());
    }

    private static Table.Column reordered(Table.Column column, int[] order) {
        return switch (column) {
            case Table.Words words ->
                new Table.Words(
                        words.name(),
                        IntStream.of(order).mapToObj(words.values()::get).toList());
            case Table.Numbers numbers ->
                new Table.Numbers(
                        numbers.name(),
                        numbers.unit(),
                        IntStream.of(order)
                                .mapToDouble(row -> numbers.values()[row])
                                .toArray());
        };
    }

    /** Words, and numbers that name something; what was measured has no part in the order. */
    private static String key(Table table, int row) {
        StringBuilder key = new StringBuilder();
        for (Table.Column column : table.columns()) {
            switch (column) {
                case Table.Words words -> key.append(words.values().get(row)).append('|');
                case Table.Numbers numbers
                when NAMING.matcher(numbers.name()).matches() ->
                    key.append(String.format(Locale.ROOT, "%012.3f|", numbers.values()[row]));
                case Table.Numbers numbers -> {}
            }
        }
        return key.toString();
    }

    private static int[] turned(int[] trials) {
        return IntStream.range(0, trials.length)
                .map(i -> trials[trials.length - 1 - i])
                .toArray();
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
        return member(session, seed, "");
    }

    private static FittedNetwork member(Session session, long seed, String types) {
        Configuration configuration = Configuration.defaults().with("data.neuron_types", types);
        Split split = Fit.defaultSplit(session, configuration);
        Fit fit = Fit.of(session, split, configuration, seed);
        double[] raw = new double[fit.parameterisation().layout().length()];
        CounterRandom random = new CounterRandom(seed);
        Arrays.setAll(raw, i -> 0.2 * random.gaussian(i));
        Network network = fit.parameterisation().network(raw);
        List<FittedNetwork.AtEpoch> course = List.of(
                new FittedNetwork.AtEpoch(
                        0, UntrainedNetworks.of(new FittedNetwork(fit, network)).network()),
                new FittedNetwork.AtEpoch(4, network));
        return new FittedNetwork(fit, network, course);
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
