package org.dalescope.model.benchmark;

import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;

/**
 * Lets the just-in-time compiler see a fit before there is one: a tiny made-up one runs in the background while the real session is
 * still read. Until they are compiled the vector kernels are a hundred times slower, which is most of a short fit's time.
 */
public final class JitWarmUp implements AutoCloseable {
    private static final BenchmarkSize SIZE = new BenchmarkSize(96, 24, 10);

    private final FitControl stop = new FitControl();

    private JitWarmUp() {}

    /** Begins. */
    public static JitWarmUp begin() {
        JitWarmUp warmUp = new JitWarmUp();
        Thread.ofPlatform().name("warm-up").daemon().start(warmUp::run);
        return warmUp;
    }

    private void run() {
        Fit fit = BenchmarkFit.of(SIZE, Configuration.defaults());
        try (RecurrentEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            trainer.run(trainer.start(), stop, (snapshot, state) -> {});
        } catch (RuntimeException | LinkageError unable) {
            // Nothing depends on it: what is wrong will be said by the fit itself.
            stop.raise();
        }
    }

    /** Ends it after the step it is in. */
    @Override
    public void close() {
        stop.raise();
    }
}
