package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's circuit is known: E units 60 ms, I units 30 ms, and of the rank that it is made with. Fits come back to it. */
class KnownCircuitTest {
    private static final double TRUE_E_MS = 60;
    private static final double TRUE_I_MS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void bothPopulationsComeBack() {
        assertPopulations(80, 50);
    }

    @Tag("slow")
    @Test
    void bothPopulationsComeBackFromBelow() {
        assertPopulations(40, 10.5);
    }

    private void assertPopulations(double startE, double startI) {
        for (double share : learned("population", startE, startI)) {
            assertEquals(1, share, 0.15);
        }
    }

    @Test
    void unitsComeBackInTheMedianFromBelow() {
        assertUnits(40, 10.5);
    }

    @Tag("slow")
    @Test
    void unitsComeBackInTheMedian() {
        assertUnits(80, 50);
    }

    private void assertUnits(double startE, double startI) {
        assertEquals(1, median(learned("unit", startE, startI)), 0.15);
    }

    /** A circuit of rank 5 is fitted as well by factors of that rank as by every weight of its own. */
    @Tag("slow")
    @Test
    void factorsOfTheTrueRankScoreAsAllWeights() {
        Session session = SyntheticSession.of(SyntheticSettings.demo().with("rank", "5"));
        Configuration full = Configuration.defaults().with("training.epochs", "40");
        Configuration factors =
                full.with("network.recurrent.kind", "low-rank-factors").with("network.recurrent.rank", "5");
        double whole = score(session, full);
        assertTrue(whole > 0.5, "the session can be fitted at all: " + whole);
        assertEquals(whole, score(session, factors), 0.02);
    }

    private static double score(Session session, Configuration configuration) {
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            Trainer trainer = new Trainer(fit, engine);
            return trainer.run(trainer.start(), new FitControl(), _ -> {})
                    .state()
                    .bestScore();
        }
    }

    /** Learned time constants as a share of the true ones. */
    private double[] learned(String learned, double startE, double startI) {
        Configuration configuration = Preset.named("time-constants")
                .configuration()
                .with("network.tau.learned", learned)
                .with("network.tau.initial_e", Double.toString(startE))
                .with("network.tau.initial_i", Double.toString(startI));
        Session session = DemoSession.open(folder);
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            Trainer trainer = new Trainer(fit, engine);
            FitState end =
                    trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
            Network network = fit.parameterisation().network(end.bestRaw());
            return IntStream.range(0, network.size())
                    .mapToDouble(unit ->
                            network.tauMs()[unit] / (network.units().isExcitatory(unit) ? TRUE_E_MS : TRUE_I_MS))
                    .toArray();
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int n = sorted.length;
        return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }
}
