package org.dalescope.model.suite.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.ShuffledSession;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.Test;

/** The panels of a session whose file has its trials and neurons in another order: everything stays, per id. */
class ShuffledPanelsTest {
    private static final String FACTOR = "location";
    private static final double TOLERANCE = 1e-5;

    private final Configuration configuration =
            Configuration.defaults().with("data.test_share", "0.4").with("network.process_noise", "0");
    private final Session session =
            SyntheticSession.of(new SyntheticSettings(16, 4, 120, 60, 25, 2, 9).with("task", "delayed-saccade"));
    private final Session shuffled = ShuffledSession.of(session, session.mask(MaskOrigin.ARRAY_START), asRates())
            .session();
    private final Split split = Fit.defaultSplit(session, configuration);

    /** The rates of the data, every neuron a unit of its own; the shuffled session comes with rates. */
    private ModelRates asRates() {
        int neurons = session.neurons().size();
        int[] ids = session.neurons().stream().mapToInt(neuron -> neuron.id()).toArray();
        UnitMap units = new UnitMap(neurons, 0, ids, IntStream.range(0, neurons).toArray());
        return new ModelRates(units, session.trialIds(), session.bins(), session.rates());
    }

    /** The panels of one session. */
    private record Panels(
            List<InhibitedNeuron> inhibition, LearnedPanel learned, SubspacePanel shares, List<Cell> cells) {}

    private Fit fit(Session of, String types) {
        return Fit.of(of, split, configuration.with("data.fitted_types", types), 4);
    }

    private Panels panels(Session of, Network all, Network alone) {
        FittedCircuit everyone = circuit(fit(of, ""), all);
        FittedCircuit excitatory = circuit(fit(of, "E"), alone);
        List<FactorTrials> factors = List.of(
                FactorTrials.of(everyone.fit(), everyone.trialIds(), FACTOR).orElseThrow());
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new Panels(
                    InhibitionPanel.of(everyone, factors, engine),
                    new LearnedPanel(everyone, excitatory, factors, engine),
                    SubspacePanel.of(everyone, factors, engine),
                    CellPanel.of(of.neurons(), factors));
        }
    }

    private static FittedCircuit circuit(Fit fit, Network network) {
        return new FittedCircuit(
                List.of(FittedNetwork.joined(fit, network, List.of())),
                fit.split().test());
    }

    private static Network network(Fit fit) {
        double[] raw = new double[fit.parameterisation().layout().length()];
        CounterRandom random = new CounterRandom(3);
        Arrays.setAll(raw, i -> 0.2 * random.gaussian(i));
        return fit.parameterisation().network(raw);
    }

    @Test
    void ordersInTheFileChangeNothing() {
        Network all = network(fit(session, ""));
        Network alone = network(fit(session, "E"));
        Panels before = panels(session, all, alone);
        Panels after = panels(shuffled, all, alone);
        assertEquals(16, before.inhibition().size());
        for (int i = 0; i < 16; i++) {
            InhibitedNeuron one = before.inhibition().get(i);
            InhibitedNeuron other = after.inhibition().get(i);
            assertEquals(one.neuron(), other.neuron());
            assertEquals(one.input(), other.input(), TOLERANCE);
            assertEquals(one.weight(), other.weight(), TOLERANCE);
            // The labels are permuted in the order of the trials' ids.
            assertEquals(one.selectivity().getFirst(), other.selectivity().getFirst(), TOLERANCE);
        }
        compareUnits(sorted(before.learned().units()), sorted(after.learned().units()));
        assertEquals(
                before.shares().shares().getFirst().potent(),
                after.shares().shares().getFirst().potent(),
                TOLERANCE);
        compareCells(before.cells(), after.cells());
    }

    private static List<ModulatedUnit> sorted(List<ModulatedUnit> units) {
        return units.stream()
                .sorted(Comparator.comparing(ModulatedUnit::origin).thenComparingInt(ModulatedUnit::number))
                .toList();
    }

    private static void compareUnits(List<ModulatedUnit> before, List<ModulatedUnit> after) {
        assertEquals(12, before.size());
        for (int i = 0; i < 12; i++) {
            ModulatedUnit one = before.get(i);
            ModulatedUnit other = after.get(i);
            assertEquals(one.number(), other.number());
            assertEquals(one.depth().getFirst(), other.depth().getFirst(), TOLERANCE);
            assertEquals(one.influence(), other.influence(), TOLERANCE);
            assertEquals(one.rWithI(), other.rWithI(), TOLERANCE);
            assertEquals(one.rWithE(), other.rWithE(), TOLERANCE);
        }
    }

    private static void compareCells(List<Cell> before, List<Cell> after) {
        for (Cell one : before) {
            Cell other = after.stream()
                    .filter(cell -> cell.neuron() == one.neuron())
                    .findFirst()
                    .orElseThrow();
            assertEquals(one.type(), other.type());
            assertEquals(one.index().getFirst(), other.index().getFirst(), TOLERANCE);
        }
    }
}
