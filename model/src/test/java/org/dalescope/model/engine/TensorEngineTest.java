package org.dalescope.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.dalescope.model.engine.TensorEngine.Precision;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against the recurrence written out plainly here, and its adjoint against finite differences in float64. */
class TensorEngineTest {
    @ParameterizedTest
    @CsvSource({"1,1,2,1", "3,1,2,1", "1,7,3,2", "5,9,7,3", "130,4,5,2"})
    void ratesFollowTheEquation(int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        for (double sd : new double[] {0, 0.3}) {
            Noise noise = new Noise(new CounterRandom(5), sd);
            double[] want = c.plainRates(noise);
            try (TensorEngine engine = new TensorEngine(Device.cpu(), 1, Precision.DOUBLE)) {
                float[] got = engine.rates(c.network(), c.batch(), noise);
                for (int i = 0; i < want.length; i++) {
                    assertEquals(want[i], got[i], 1e-5 * (1 + Math.abs(want[i])), "rate " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,2,1", "4,6,5,3", "130,3,4,2"})
    void statisticsAreAveragesOfTheRates(int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        double[] rates = c.plainRates(Noise.none());
        try (TensorEngine engine = new TensorEngine(Device.cpu(), 2, Precision.DOUBLE)) {
            Statistics s = engine.statistics(c.network(), c.batch(), Noise.none(), c.plan());
            Statistics want = c.plainStatistics(rates);
            assertArrayEquals(want.psth(), s.psth(), 1e-9);
            assertArrayEquals(want.population(), s.population(), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,2,1", "3,6,5,2", "130,3,3,1"})
    void gradientsOfTwoLossesAreThoseOfFiniteDifferences(int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        Noise noise = new Noise(new CounterRandom(9), 0.2);
        try (TensorEngine engine = new TensorEngine(Device.cpu(), 2, Precision.DOUBLE);
                Trace trace = engine.forward(c.network(), c.batch(), noise, c.plan())) {
            List<StatisticsGradient> losses = List.of(c.psthWeights(), c.populationWeights());
            List<NetworkGradient> got = engine.backward(trace, losses);
            for (int loss = 0; loss < 2; loss++) {
                StatisticsGradient weights = losses.get(loss);
                Network n = c.network();
                check(c, noise, weights, n.w(), got.get(loss).w(), "w");
                check(c, noise, weights, n.wIn(), got.get(loss).wIn(), "wIn");
                check(c, noise, weights, n.b(), got.get(loss).b(), "b");
                check(c, noise, weights, n.h0(), got.get(loss).h0(), "h0");
                check(c, noise, weights, n.alpha(), got.get(loss).alpha(), "alpha");
                checkGain(c, noise, weights, got.get(loss).gain());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"300,5,6,2"})
    void theNumberOfThreadsChangesNoBit(int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        Noise noise = new Noise(new CounterRandom(9), 0.2);
        NetworkGradient one = gradient(c, noise, 1);
        NetworkGradient three = gradient(c, noise, 3);
        assertArrayEquals(one.w(), three.w(), 0);
        assertArrayEquals(one.alpha(), three.alpha(), 0);
        assertArrayEquals(one.gain(), three.gain(), 0);
    }

    @ParameterizedTest
    @CsvSource({"40,8,6,3"})
    void singlePrecisionAgreesWithDouble(int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        NetworkGradient single = gradient(c, Noise.none(), 1);
        try (TensorEngine engine = new TensorEngine(Device.cpu(), 1, Precision.DOUBLE);
                Trace trace = engine.forward(c.network(), c.batch(), Noise.none(), c.plan())) {
            NetworkGradient exact =
                    engine.backward(trace, List.of(c.psthWeights())).getFirst();
            double scale = max(exact.w());
            assertArrayEquals(exact.w(), single.w(), 1e-4 * scale);
        }
    }

    private static NetworkGradient gradient(EngineCase c, Noise noise, int threads) {
        try (TensorEngine engine = TensorEngine.cpu(threads);
                Trace trace = engine.forward(c.network(), c.batch(), noise, c.plan())) {
            return engine.backward(trace, List.of(c.psthWeights())).getFirst();
        }
    }

    private static void check(
            EngineCase c, Noise noise, StatisticsGradient weights, double[] parameter, double[] got, String name) {
        double scale = Math.max(1e-3, max(got));
        for (int i = 0; i < parameter.length; i += Math.max(1, parameter.length / 7)) {
            double want = difference(c, noise, weights, parameter, i);
            assertEquals(want, got[i], 1e-4 * scale, name + " " + i);
        }
    }

    private static void checkGain(EngineCase c, Noise noise, StatisticsGradient weights, double[] got) {
        for (int unit : c.network().units().recordedUnit()) {
            double want = difference(c, noise, weights, c.network().gain(), unit);
            assertEquals(want, got[unit], 1e-4 * Math.max(1e-3, max(got)), "gain " + unit);
        }
    }

    private static double difference(EngineCase c, Noise noise, StatisticsGradient weights, double[] parameter, int i) {
        double at = parameter[i];
        double h = 1e-5;
        DoubleConsumer set = v -> parameter[i] = v;
        set.accept(at + h);
        double up = c.linearLoss(noise, weights);
        set.accept(at - h);
        double down = c.linearLoss(noise, weights);
        set.accept(at);
        return (up - down) / (2 * h);
    }

    private static double max(double[] values) {
        return java.util.Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
