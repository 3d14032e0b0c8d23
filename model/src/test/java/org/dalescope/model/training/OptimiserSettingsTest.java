package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

/** Optimiser, schedule and steps, by what their equations say. */
class OptimiserSettingsTest {
    private static Fit fit(Configuration configuration) {
        Session session = SmallSessions.small();
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
    }

    private static double[] afterOneStep(Configuration configuration) {
        Fit fit = fit(configuration.with("training.epochs", "1").with("training.trials_per_step", "1"));
        try (FusedEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            return trainer.run(trainer.start(), new FitControl(), _ -> {})
                    .state()
                    .raw();
        }
    }

    /** Loshchilov and Hutter: the step of Adam, and weights less rate x decay x weight. */
    @Test
    void adamWDecaysWeightsAndNothingElse() {
        Configuration plain = Configuration.defaults()
                .with("training.learning_rate", "0.01")
                .with("training.schedule", "constant")
                .with("training.warmup_epochs", "0");
        Fit fit = fit(plain);
        double[] adam = afterOneStep(plain);
        double[] adamW = afterOneStep(plain.with("training.optimiser", "adamw").with("training.weight_decay", "0.5"));
        double[] start;
        try (FusedEngine engine = new FusedEngine(1)) {
            start = new Trainer(fit, engine).start().raw();
        }
        for (Block block : fit.parameterisation().layout().blocks()) {
            double rate = block.name().isWeight() ? 0.01 * 0.5 : 0;
            for (int i = block.offset(); i < block.offset() + block.length(); i++) {
                assertEquals(
                        adam[i] - rate * start[i], adamW[i], 1e-12, block.name().toString());
            }
        }
    }

    @Test
    void thePlateauOfTheScoreComesWhereTheScoreStopsRising() {
        Configuration configuration =
                Configuration.defaults().with("training.plateau_patience", "1").with("training.plateau_factor", "0.5");
        PlateauDetector plateau = PlateauDetector.start(0.1);
        for (double score : new double[] {0.1, 0.2, 0.3}) {
            plateau = plateau.after(-score, configuration.training());
        }
        assertEquals(0.1, plateau.rate());
        plateau = plateau.after(-0.3, configuration.training()).after(-0.2, configuration.training());
        assertEquals(0.05, plateau.rate(), "two epochs without a better score");
    }

    @Test
    void plateauOnScoreAndOnLossWatchDifferentNumbers() {
        Configuration plateau = Preset.named("psth-shape")
                .configuration()
                .with("training.epochs", "12")
                .with("training.schedule", "plateau")
                .with("training.plateau_patience", "0")
                .with("training.warmup_epochs", "0");
        for (String watch : List.of("loss", "score")) {
            FitState end = run(fit(plateau.with("training.plateau_watch", watch)));
            double rate = 0.04;
            double best = Double.POSITIVE_INFINITY;
            for (EpochRecord epoch : end.history()) {
                assertEquals(rate, epoch.learningRate(), 1e-15, watch + " epoch " + epoch.epoch());
                double watched = watch.equals("loss") ? epoch.validationLoss() : -epoch.validationPsthR();
                if (Double.isInfinite(best) || watched < best - 1e-4 * Math.abs(best)) {
                    best = watched;
                } else {
                    rate *= 0.5;
                }
            }
            assertTrue(rate < 0.04, "the rate fell at least once");
        }
    }

    private static FitState run(Fit fit) {
        try (FusedEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            return trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
        }
    }

    @Test
    void trialsPerStepAboveOneIsANumber() {
        assertEquals(10, TrialOrder.steps(100, 10));
        assertEquals(4, TrialOrder.steps(313, 80));
        assertEquals(1, TrialOrder.steps(100, 500));
    }

    /** 40 + 8 trials of two strata in 4 steps: every step has 10 + 2 of them; shuffled without regard, some has not. */
    @Test
    void stratifiedStepsHaveTheirShareOfEveryStratum() {
        int[] many = java.util.stream.IntStream.range(0, 40).toArray();
        int[] few = java.util.stream.IntStream.range(40, 48).toArray();
        int[] all = java.util.stream.IntStream.range(0, 48).toArray();
        boolean uneven = false;
        for (int seed = 0; seed < 5; seed++) {
            for (int[] step : TrialOrder.of(List.of(many, few), 4, new CounterRandom(seed))) {
                assertTrue(Math.abs(few(step) - 2) <= 1);
            }
            for (int[] step : TrialOrder.of(List.of(all), 4, new CounterRandom(seed))) {
                uneven |= Math.abs(few(step) - 2) > 1;
            }
        }
        assertTrue(uneven);
    }

    private static int few(int[] step) {
        return (int) Arrays.stream(step).filter(id -> id >= 40).count();
    }
}
