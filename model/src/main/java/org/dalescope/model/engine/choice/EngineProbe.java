package org.dalescope.model.engine.choice;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;

/** A synthetic step of a given size, to time an engine or to compare two engines. */
final class EngineProbe {
    private static final int WARM_UP = 4;
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final int TIMED = 7;

    private final Network network;
    private final Batch batch;
    private final Noise noise = new Noise(new CounterRandom(11), 0.1);
    private final StatisticsPlan plan;
    private final StatisticsGradient gradient;

    EngineProbe(Workload size) {
        CounterRandom random = new CounterRandom(7);
        int units = size.units();
        int excitatory = Math.max(1, units * 4 / 5);
        UnitMap map = new UnitMap(
                excitatory,
                units - excitatory,
                IntStream.range(0, size.recorded()).toArray(),
                IntStream.range(0, size.recorded()).toArray());
        this.network = new Network(
                map,
                size.channels(),
                doubles(
                        units * units,
                        i -> i % (units + 1) == 0 ? 0 : random.uniform(i) / units * (i % units < excitatory ? 1 : -4)),
                doubles(units * size.channels(), i -> random.gaussian(1_000_000 + i)),
                doubles(units, i -> 0.5),
                doubles(units, i -> 0.5),
                doubles(units, i -> 10),
                doubles(units, i -> 50),
                doubles(units, i -> 0.4));
        float[] inputs = new float[size.trials() * size.bins() * size.channels()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (i * 31 % 17) / 17f;
        }
        this.batch = Batch.of(IntStream.range(0, size.trials()).toArray(), size.bins(), size.channels(), inputs);
        float[] weights = new float[size.bins() * size.trials()];
        Arrays.fill(weights, 1f / size.trials());
        this.plan = new StatisticsPlan(1, weights, true);
        this.gradient = new StatisticsGradient(
                doubles(size.bins() * size.recorded(), i -> random.gaussian(2_000_000 + i)),
                doubles(size.trials() * size.bins(), i -> 0.01 * random.gaussian(3_000_000 + i)));
    }

    /** The median time of a step, ms, after a warm-up for the just-in-time compiler. */
    double millis(RecurrentEngine engine) {
        long begun = System.nanoTime();
        for (int i = 0; i < WARM_UP || System.nanoTime() - begun < WARM_UP_NANOS; i++) {
            step(engine);
        }
        double[] ms = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            long from = System.nanoTime();
            step(engine);
            ms[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(ms);
        return ms[TIMED / 2];
    }

    private void step(RecurrentEngine engine) {
        try (Trace trace = engine.forward(network, batch, noise, plan)) {
            engine.backward(trace, List.of(gradient), false);
        }
    }

    /** The rates of all units, for the comparison of two engines. */
    float[] rates(RecurrentEngine engine) {
        return engine.rates(network, batch, noise);
    }

    private static double[] doubles(int n, IntToDoubleFunction value) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return values;
    }
}
