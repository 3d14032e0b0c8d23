package org.dalescope.model.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;

/**
 * Runs epochs until they are steady and takes the median of those that follow: an epoch is what a fit does between two rows of its
 * history, data preparation, both losses, update and the scored pass over the validation trials included.
 *
 * @param warmUpSeconds at least so long before anything counts, for the just-in-time compiler
 * @param seconds at least so long is measured
 * @param epochs at least so many are measured
 */
public record Benchmark(double warmUpSeconds, double seconds, int epochs, GradientBalancing balancing) {
    private static final int WARM_UP_EPOCHS = 10;
    private static final int SWEEPS_APART = 2;

    /** For one size that is looked at closely. */
    public static Benchmark thorough(GradientBalancing balancing) {
        return new Benchmark(8, 8, 15, balancing);
    }

    /** For a row of sizes. */
    public static Benchmark quick(GradientBalancing balancing) {
        return new Benchmark(2.5, 2.5, 9, balancing);
    }

    /** The step that an engine is chosen for. */
    public static Workload workload(BenchmarkSize size) {
        return new Workload(size.trials(), size.bins(), size.units(), BenchmarkSize.CHANNELS, size.recorded());
    }

    /** Measures one size. */
    public BenchmarkResult measure(BenchmarkSize size, RecurrentEngine engine) {
        Fit fit = BenchmarkFit.of(size, balancing);
        Trainer trainer = new Trainer(fit, engine);
        List<EpochSnapshot> measured = new ArrayList<>();
        FitControl stop = new FitControl();
        long begun = System.nanoTime();
        int[] seen = {0};
        long[] warm = {Long.MAX_VALUE};
        trainer.run(trainer.start(), stop, (snapshot, state) -> {
            seen[0]++;
            long now = System.nanoTime();
            if (warm[0] != Long.MAX_VALUE) {
                measured.add(snapshot);
                if (measured.size() >= epochs && (now - warm[0]) / 1e9 >= seconds) {
                    stop.raise();
                }
            } else if (seen[0] >= WARM_UP_EPOCHS && (now - begun) / 1e9 >= warmUpSeconds) {
                warm[0] = now;
            }
        });
        return result(size, engine, measured);
    }

    private BenchmarkResult result(BenchmarkSize size, RecurrentEngine engine, List<EpochSnapshot> measured) {
        double forward = median(measured, s -> s.times().forward());
        double backward = median(measured, s -> s.times().backward());
        int sweeps = balancing == GradientBalancing.GRADIENT ? SWEEPS_APART : 1;
        double flops = workload(size).productFlops() * (1 + 2 * sweeps);
        return new BenchmarkResult(
                size,
                engine.workers().threads(),
                engine.description(),
                measured.size(),
                median(measured, s -> s.record().ms()),
                forward,
                backward,
                median(measured, s -> s.times().losses()),
                median(measured, s -> s.times().update()),
                median(measured, s -> s.times().scoring()),
                flops / 1e6 / (forward + backward),
                Double.NaN,
                PeakMemory.megabytes());
    }

    private static double median(List<EpochSnapshot> measured, ToDoubleFunction<EpochSnapshot> value) {
        return Descriptive.median(measured.stream().mapToDouble(value).toArray());
    }

    /** Exponent p of a power law ms ~ size^p through points, by least squares of the logarithms. */
    public static double exponent(double[] sizes, double[] ms) {
        double[] x = Arrays.stream(sizes).map(Math::log).toArray();
        double[] y = Arrays.stream(ms).map(Math::log).toArray();
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xy / xx;
    }
}
