package org.dalescope.model.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;

/**
 * The settings of a benchmark, which runs training epochs until their times are steady and takes the median of the
 * epochs that follow. An epoch is the work of a fit between two rows of its history, with data preparation, both
 * losses, the update and the scored pass over the validation trials.
 *
 * @param warmUpSeconds the least duration of the warm-up for the just-in-time compiler
 * @param seconds the least duration of the measurement
 * @param epochs the least number of measured epochs
 */
public record Benchmark(double warmUpSeconds, double seconds, int epochs, GradientBalancing balancing) {
    private static final int WARM_UP_EPOCHS = 10;
    private static final int SWEEPS_APART = 2;

    /** The settings for a precise measurement of one size. */
    public static Benchmark thorough(GradientBalancing balancing) {
        return new Benchmark(8, 8, 15, balancing);
    }

    /** The settings for a series of sizes. */
    public static Benchmark quick(GradientBalancing balancing) {
        return new Benchmark(2.5, 2.5, 9, balancing);
    }

    /** The size of the step for which an engine is chosen. */
    public static Workload workload(BenchmarkSize size) {
        return new Workload(size.trials(), size.bins(), size.units(), BenchmarkSize.CHANNELS, size.recorded());
    }

    /** Measures one size. */
    public BenchmarkResult measure(BenchmarkSize size, RecurrentEngine engine) {
        Fit fit = BenchmarkFit.of(size, balancing);
        Trainer trainer = new Trainer(fit, engine);
        List<MeasuredEpoch> measured = new ArrayList<>();
        FitControl stop = new FitControl();
        long begun = System.nanoTime();
        int[] seen = {0};
        long[] warm = {Long.MAX_VALUE};
        trainer.run(trainer.start(), stop, snapshot -> {
            seen[0]++;
            long now = System.nanoTime();
            if (warm[0] != Long.MAX_VALUE) {
                measured.add(MeasuredEpoch.of(snapshot));
                if (measured.size() >= epochs && (now - warm[0]) / 1e9 >= seconds) {
                    stop.raise();
                }
            } else if (seen[0] >= WARM_UP_EPOCHS && (now - begun) / 1e9 >= warmUpSeconds) {
                warm[0] = now;
            }
        });
        return result(size, engine, measured);
    }

    private BenchmarkResult result(BenchmarkSize size, RecurrentEngine engine, List<MeasuredEpoch> measured) {
        double forward = median(measured, s -> s.times().forward());
        double backward = median(measured, s -> s.times().backward());
        int sweeps = balancing == GradientBalancing.GRADIENT ? SWEEPS_APART : 1;
        double flops = workload(size).productFlops() * (1 + 2 * sweeps);
        return new BenchmarkResult(
                size,
                engine.workers().threads(),
                engine.description(),
                measured.size(),
                median(measured, MeasuredEpoch::ms),
                forward,
                backward,
                median(measured, s -> s.times().losses()),
                median(measured, s -> s.times().update()),
                median(measured, s -> s.times().scoring()),
                flops / 1e6 / (forward + backward),
                Double.NaN,
                PeakMemory.megabytes());
    }

    private static double median(List<MeasuredEpoch> measured, ToDoubleFunction<MeasuredEpoch> value) {
        return Descriptive.median(measured.stream().mapToDouble(value).toArray());
    }

    /** The exponent p of a power law ms ~ size^p through points, by least squares of the logarithms. */
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
