package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.Preset;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's circuit is known: E units 60 ms, I units 30 ms. Learned time constants come back to it from wrong starts. */
class KnownCircuitTest {
    private static final double TRUE_E_MS = 60;
    private static final double TRUE_I_MS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void populationTimeConstantsComeBackFromTwentyMillisecondsAbove() {
        comesBack("population", 80, 50);
    }

    @Test
    void populationTimeConstantsComeBackFromTwentyMillisecondsBelow() {
        comesBack("population", 40, 10.5);
    }

    @Test
    void unitTimeConstantsComeBackInTheMedianFromAbove() {
        comesBack("unit", 80, 50);
    }

    @Test
    void unitTimeConstantsComeBackInTheMedianFromBelow() {
        comesBack("unit", 40, 10.5);
    }

    private void comesBack(String learned, double startE, double startI) {
        Configuration configuration = Preset.named("time-constants")
                .configuration()
                .with("network.tau.learned", learned)
                .with("network.tau.initial_e", Double.toString(startE))
                .with("network.tau.initial_i", Double.toString(startI));
        Session session = DemoSession.open(folder);
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            Trainer trainer = new Trainer(fit, engine);
            FitState end = trainer.run(trainer.start(), new StopSignal(), (snapshot, state) -> {})
                    .state();
            Network network = fit.parameterisation().network(end.bestRaw());
            assertEquals(TRUE_E_MS, median(network, true), 0.15 * TRUE_E_MS, learned + " from " + startE);
            assertEquals(TRUE_I_MS, median(network, false), 0.15 * TRUE_I_MS, learned + " from " + startI);
        }
    }

    private static double median(Network network, boolean excitatory) {
        double[] tau = IntStream.range(0, network.size())
                .filter(unit -> network.units().isExcitatory(unit) == excitatory)
                .mapToDouble(unit -> network.tauMs()[unit])
                .sorted()
                .toArray();
        return Arrays.stream(tau, (tau.length - 1) / 2, tau.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
