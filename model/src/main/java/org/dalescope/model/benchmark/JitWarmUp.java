package org.dalescope.model.benchmark;

import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;

/**
 * Warms up the just-in-time compiler with a benchmark's synthetic fit in a tiny size, which runs in the background
 * while the real session is read. Vector code is a hundred times slower until it is compiled, which would be most of
 * the time of a short fit.
 */
public final class JitWarmUp implements AutoCloseable {
    private static final BenchmarkSize SIZE = new BenchmarkSize(96, 24, 10);

    private final FitControl stop = new FitControl();

    private JitWarmUp() {}

    /** Starts the warm-up. */
    public static JitWarmUp begin() {
        JitWarmUp warmUp = new JitWarmUp();
        Thread.ofPlatform().name("warm-up").daemon().start(warmUp::run);
        return warmUp;
    }

    private void run() {
        Fit fit = BenchmarkFit.of(SIZE, Configuration.defaults());
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            trainer.run(trainer.start(), stop, _ -> {});
        } catch (RuntimeException | LinkageError unable) {
            // Nothing depends on the warm-up. If there is a problem, the real fit reports it.
            stop.raise();
        }
    }

    /** Ends the warm-up after its current step. */
    @Override
    public void close() {
        stop.raise();
    }
}
