package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

/** Fits that run away are taken back, or end with the cause named. */
class DivergenceRecoveryTest {
    private static Fit fit(Configuration configuration) {
        Session session = SmallSessions.small();
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static Configuration wild(String rate) {
        return Preset.named("psth-shape")
                .configuration()
                .with("training.epochs", "6")
                .with("training.trials_per_step", "0.5")
                .with("training.learning_rate", rate)
                .with("training.warmup_epochs", "0")
                .with("training.clip", "1000000");
    }

    private static FitState run(Fit fit, FitState from, List<Integer> epochs) {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new Trainer(fit, engine)
                    .run(
                            from,
                            new FitControl(),
                            snapshot -> epochs.add(snapshot.state().epoch()))
                    .state();
        }
    }

    private static FitState start(Fit fit) {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new Trainer(fit, engine).start();
        }
    }

    /** As many epochs were undone as are, without a lower rate: the next that runs away is the last. */
    private static FitState atTheLastTry(FitState start) {
        return new FitState(
                0,
                0,
                start.raw(),
                start.adam(),
                start.plateau(),
                start.means(),
                new DivergenceRecovery(DivergenceRecovery.MOST, 1, 0),
                0,
                start.bestScore(),
                start.bestRaw(),
                List.of(),
                List.of());
    }

    @Test
    void anExplosionEndsWithUnitAndBin() {
        Fit fit = fit(wild("4").with("network.spectral_radius", "3"));
        FitState start = start(fit);
        FitState last = atTheLastTry(start);
        InputError refusal = assertThrows(InputError.class, () -> run(fit, last, new ArrayList<>()));
        assertTrue(
                refusal.sentence()
                        .matches(
                                "The fit diverged in epoch \\d: the rate of the unit of neuron \\d+ is .* sp/s in bin \\d+ .*"),
                refusal.sentence());
        assertTrue(refusal.sentence().contains("12 epochs were undone"), refusal.sentence());
    }

    @Test
    void aNetworkThatFallsSilentEndsWithThat() {
        Fit fit = fit(wild("6"));
        InputError refusal =
                assertThrows(InputError.class, () -> run(fit, atTheLastTry(start(fit)), new ArrayList<>()));
        assertTrue(refusal.sentence().contains("the network fell silent"), refusal.sentence());
    }

    /** Epochs are undone until the rate suits, no epoch is lost or counted twice, and the network stays of use. */
    @Test
    void aRateThatIsTooHighIsHalvedUntilItSuits() {
        Fit fit = fit(wild("3").with("network.spectral_radius", "3"));
        List<Integer> epochs = new ArrayList<>();
        FitState end = run(fit, start(fit), epochs);
        assertTrue(end.recovery().undone() > 0, "something ran away");
        assertEquals(Math.pow(0.5, end.recovery().undone()), end.recovery().rate());
        assertEquals(List.of(1, 2, 3, 4, 5, 6), epochs);
        assertTrue(Arrays.stream(end.raw()).allMatch(Double::isFinite));
        double last = end.history().getLast().learningRate();
        assertEquals(3 * end.recovery().rate(), last, 1e-12);
    }

    /** After its first epoch: an unstable network, and the best one so far. */
    private static FitState beyondTheEdge(FitState start, double[] best) {
        double[] unstable = Arrays.stream(start.raw()).map(value -> 30 * value).toArray();
        return new FitState(
                1,
                2,
                unstable,
                start.adam(),
                start.plateau(),
                start.means(),
                DivergenceRecovery.NONE,
                1,
                0.1,
                best,
                List.of(),
                List.of());
    }

    /**
     * A network beyond the edge of stability runs away before its first step, at any learning rate: the fit continues
     * from the best network.
     */
    @Test
    void anEpochThatRunsAwayTwiceBeginsFromTheBestNetwork() {
        Fit fit = fit(wild("0.01"));
        FitState start = start(fit);
        FitState edge = beyondTheEdge(start, start.raw());
        List<Integer> epochs = new ArrayList<>();
        FitState end = run(fit, edge, epochs);
        assertEquals(List.of(2, 3, 4, 5, 6), epochs);
        assertEquals(new DivergenceRecovery(2, 0.25, 0), end.recovery());
        double before = Arrays.stream(start.raw()).map(Math::abs).max().orElseThrow();
        double after = Arrays.stream(end.raw()).map(Math::abs).max().orElseThrow();
        assertTrue(after < before + 0.5, "near the best network, not the one that ran away: " + after);
    }

    /** A fit may be stopped before any step, also while an epoch is computed for the third time. */
    @Test
    void goingOnInsideARecoveryIsBitForBit() {
        Fit fit = fit(wild("0.01"));
        FitState start = start(fit);
        FitState edge = beyondTheEdge(
                start, Arrays.stream(start.raw()).map(value -> 3 * value).toArray());
        int inside = 0;
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            FitState end = trainer.run(edge, new FitControl(), _ -> {}).state();
            assertTrue(end.recovery().undone() > 2, end.recovery()::toString);
            Trainer.Outcome stopped;
            int steps = 0;
            do {
                AtomicInteger left = new AtomicInteger(steps++);
                stopped = trainer.run(edge, () -> left.getAndDecrement() <= 0, _ -> {});
                inside += stopped.state().recovery().inARow() > 1 ? 1 : 0;
                FitState resumed =
                        trainer.run(stopped.state(), new FitControl(), _ -> {}).state();
                assertArrayEquals(end.raw(), resumed.raw());
                assertEquals(end.recovery(), resumed.recovery());
            } while (stopped.ending() == Trainer.Ending.STOPPED);
        }
        assertTrue(inside > 0, "no stop fell between two tries");
    }

    /** What was undone is part of the state: going on from any epoch gives the same bits. */
    @Test
    void goingOnAfterARecoveryIsBitForBit() {
        Fit fit = fit(wild("3").with("network.spectral_radius", "3"));
        List<FitState> states = new ArrayList<>();
        FitState end;
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            end = trainer.run(trainer.start(), new FitControl(), snapshot -> states.add(snapshot.state()))
                    .state();
        }
        for (FitState state : states.subList(0, 5)) {
            assertArrayEquals(end.raw(), run(fit, state, new ArrayList<>()).raw());
        }
    }
}
