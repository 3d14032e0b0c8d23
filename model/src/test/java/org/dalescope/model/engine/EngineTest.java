package org.dalescope.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.fused.FusedTrace;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.engine.libtorch.TensorEngine.Precision;
import org.dalescope.model.engine.libtorch.TorchRuntime;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.network.embedding.PlainEmbedding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every engine against the recurrence written out plainly in float64, and its adjoint against finite differences. */
class EngineTest {
    enum Kind {
        FUSED,
        FUSED_WITH_CHECKPOINTS,
        TENSOR_SINGLE,
        TENSOR_DOUBLE,
        CUDA_SINGLE,
        CUDA_DOUBLE;

        RecurrentEngine open(int threads) {
            return switch (this) {
                case FUSED -> new FusedEngine(threads);
                case FUSED_WITH_CHECKPOINTS -> new FusedEngine(threads, 1000);
                case TENSOR_SINGLE -> TensorEngine.cpu(threads);
                case TENSOR_DOUBLE -> new TensorEngine(Device.cpu(), threads, Precision.DOUBLE);
                case CUDA_SINGLE -> new TensorEngine(Device.gpu(0), threads, Precision.SINGLE);
                case CUDA_DOUBLE -> new TensorEngine(Device.gpu(0), threads, Precision.DOUBLE);
            };
        }

        double tolerance() {
            return this == TENSOR_DOUBLE || this == CUDA_DOUBLE ? 1e-6 : 1e-4;
        }

        boolean isOnGpu() {
            return this == CUDA_SINGLE || this == CUDA_DOUBLE;
        }
    }

    /** Sizes at which something ends: one trial, one bin, one unit per type, no input, widths that fit no register. */
    static Stream<Arguments> everyEngineAtEverySize() {
        CounterRandom r = new CounterRandom(2026);
        Stream<int[]> random = IntStream.range(0, 8).mapToObj(i -> new int[] {
            1 + (int) (90 * r.uniform(4L * i)),
            1 + (int) (45 * r.uniform(4L * i + 1)),
            2 + (int) (20 * r.uniform(4L * i + 2)),
            (int) (6 * r.uniform(4L * i + 3))
        });
        return withEveryKind(Stream.concat(edges(), random));
    }

    static Stream<Arguments> everyEngineAtTheEdges() {
        return withEveryKind(edges());
    }

    private static Stream<Arguments> withEveryKind(Stream<int[]> sizes) {
        return sizes.flatMap(size -> kinds().map(kind -> Arguments.of(kind, size[0], size[1], size[2], size[3])));
    }

    private static Stream<int[]> edges() {
        return Stream.of(
                new int[] {1, 1, 2, 1},
                new int[] {3, 1, 2, 1},
                new int[] {1, 7, 2, 2},
                new int[] {5, 40, 3, 3},
                new int[] {65, 4, 5, 2},
                new int[] {9, 6, 33, 14},
                new int[] {130, 3, 4, 0});
    }

    /**
     * Where the build forces a width of registers, the engines that have one: libtorch chooses its own. Those on a GPU where there
     * is one.
     */
    static Stream<Kind> kinds() {
        boolean forced = System.getProperty(VectorWidth.BITS_PROPERTY) != null;
        return forced
                ? Stream.of(Kind.FUSED, Kind.FUSED_WITH_CHECKPOINTS)
                : Stream.of(Kind.values())
                        .filter(kind -> !kind.isOnGpu() || withoutGpu().isEmpty());
    }

    private static Optional<String> withoutGpu() {
        return CudaDetection.missing()
                .or(() ->
                        TorchRuntime.device("auto").isGpu() ? Optional.empty() : Optional.of("the driver shows none"));
    }

    @Test
    void aGpuIsTestedToo() {
        Optional<String> why = withoutGpu();
        assumeTrue(why.isEmpty(), () -> "No engine was tested on a GPU: " + why.orElseThrow());
        assertEquals(2, kinds().filter(Kind::isOnGpu).count());
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("everyEngineAtEverySize")
    void ratesFollowTheEquation(Kind kind, int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        for (double sd : new double[] {0, 0.3}) {
            Noise noise = new Noise(new CounterRandom(5), sd);
            double[] want = c.plainRates(noise);
            try (RecurrentEngine engine = kind.open(1)) {
                float[] got = engine.rates(c.network(), c.batch(), noise);
                for (int i = 0; i < want.length; i++) {
                    assertEquals(
                            want[i], got[i], Math.max(kind.tolerance(), 1e-5) * (1 + Math.abs(want[i])), "rate " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("everyEngineAtEverySize")
    void statisticsAreSumsOfTheRates(Kind kind, int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        Noise noise = new Noise(new CounterRandom(6), 0.2);
        RateStatistics want = c.plainStatistics(c.plainRates(noise));
        try (RecurrentEngine engine = kind.open(2);
                Trace trace = engine.forward(c.network(), c.batch(), noise, c.plan())) {
            for (RateStatistics s :
                    List.of(trace.statistics(), engine.statistics(c.network(), c.batch(), noise, c.plan()))) {
                near(want.psth(), s.psth(), kind.tolerance(), "psth");
                near(want.population(), s.population(), kind.tolerance(), "population");
                near(want.moments().mean(), s.moments().mean(), kind.tolerance(), "mean");
                near(want.moments().square(), s.moments().square(), kind.tolerance(), "square");
                double poisson = want.moments().poisson();
                assertEquals(poisson, s.moments().poisson(), kind.tolerance() * Math.max(1, Math.abs(poisson)));
                near(want.output(), s.output(), kind.tolerance(), "output");
            }
        }
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("everyEngineAtEverySize")
    void gradientsOfEveryLossAreThoseOfFiniteDifferences(Kind kind, int trials, int bins, int units, int channels) {
        checkGradients(kind, EngineCase.random(trials, bins, units, channels));
    }

    /** The same with inputs through an embedding: its own gradient rests on that by the inputs. */
    @ParameterizedTest
    @Tag("registers")
    @MethodSource("everyEngineAtTheEdges")
    void gradientsThroughEmbeddingsAreThoseOfFiniteDifferences(
            Kind kind, int trials, int bins, int units, int channels) {
        EngineCase c = EngineCase.random(trials, bins, units, channels);
        checkGradients(kind, c.with(PlainEmbedding.linear(channels, 7)));
        checkGradients(kind, c.with(PlainEmbedding.attention(channels, 2, 6)));
    }

    private static void checkGradients(Kind kind, EngineCase c) {
        Noise noise = new Noise(new CounterRandom(9), 0.2);
        try (RecurrentEngine engine = kind.open(2);
                Trace trace = engine.forward(c.network(), c.batch(), noise, c.plan())) {
            List<NetworkGradient> got = engine.backward(trace, c.losses(), true);
            for (int loss = 0; loss < c.losses().size(); loss++) {
                StatisticsGradient weights = c.losses().get(loss);
                Network n = c.network();
                NetworkGradient own = got.get(loss);
                BiConsumer<double[], double[]> check = (parameter, gradient) ->
                        check(c, noise, weights, parameter, gradient, Math.max(kind.tolerance(), 1e-5));
                check.accept(n.w(), own.w());
                check.accept(n.wIn(), own.wIn());
                check.accept(n.b(), own.b());
                check.accept(n.h0(), own.h0());
                check.accept(n.alpha(), own.alpha());
                check.accept(n.gain(), own.gain());
                n.readOut().ifPresent(y -> checkReadOut(c, noise, weights, y, own.readOut()));
                n.embedding().ifPresent(e -> checkParts(c, noise, weights, e, own.embedding()));
            }
        }
    }

    private static void checkReadOut(
            EngineCase c, Noise noise, StatisticsGradient weights, ReadOut readOut, double[] got) {
        double scale = Math.max(1e-3, max(got));
        int split = readOut.weights().length;
        assertEquals(split + readOut.bias().length, got.length);
        for (int i = 0; i < got.length; i++) {
            double[] parameter = i < split ? readOut.weights() : readOut.bias();
            double want = difference(c, noise, weights, parameter, i < split ? i : i - split);
            assertEquals(want, got[i], 1e-4 * scale, "read-out " + i);
            if (i < split && !c.network().units().isExcitatory(i % c.network().size())) {
                assertEquals(0, got[i], 0, "I units are not read");
            }
        }
    }

    /** Nobody who does not ask for it pays for a read-out or gets one. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aReadOutThatNobodyWantsChangesNoBit(Kind kind) {
        EngineCase c = EngineCase.random(70, 11, 6, 2);
        try (RecurrentEngine engine = kind.open(1);
                Trace without = engine.forward(
                        c.network(), c.batch(), Noise.none(), c.plan().reading(false));
                Trace with = engine.forward(c.network(), c.batch(), Noise.none(), c.plan())) {
            assertEquals(0, without.statistics().output().length);
            assertArrayEquals(with.statistics().psth(), without.statistics().psth(), 0);
            for (StatisticsGradient loss : c.losses().subList(0, 3)) {
                assertArrayEquals(
                        engine.backward(with, List.of(loss), false).getFirst().w(),
                        engine.backward(without, List.of(loss), false)
                                .getFirst()
                                .w(),
                        0);
            }
        }
    }

    /** Tolerances go by the whole embedding's gradient: that of a softmax over one channel is 0. */
    private static void checkParts(
            EngineCase c, Noise noise, StatisticsGradient weights, InputEmbedding embedding, double[] got) {
        double scale = Math.max(1e-3, max(got));
        int at = 0;
        for (InputEmbedding.Part part : embedding.parts()) {
            double[] parameter = part.values();
            for (int i = 0; i < parameter.length; i += Math.max(1, parameter.length / 5)) {
                double want = difference(c, noise, weights, parameter, i);
                assertEquals(want, got[at + i], 1e-4 * scale, part.name() + " " + i);
            }
            at += parameter.length;
        }
        assertEquals(got.length, at);
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("everyEngineAtTheEdges")
    void ratesBehindEmbeddingsFollowTheEquation(Kind kind, int trials, int bins, int units, int channels) {
        EngineCase plain = EngineCase.random(trials, bins, units, channels);
        for (InputEmbedding e : List.of(PlainEmbedding.linear(channels, 7), PlainEmbedding.attention(channels, 2, 6))) {
            EngineCase c = plain.with(e);
            double[] want = c.plainRates(Noise.none());
            try (RecurrentEngine engine = kind.open(2)) {
                float[] got = engine.rates(c.network(), c.batch(), Noise.none());
                for (int i = 0; i < want.length; i++) {
                    assertEquals(want[i], got[i], 1e-4 * (1 + Math.abs(want[i])), "rate " + i);
                }
            }
        }
    }

    /** Also where a single segment holds all bins: the limit is on memory, not on bins. */
    @Test
    void beyondTheLimitOnlyStatesAreKept() {
        EngineCase c = EngineCase.random(20, 9, 6, 2);
        try (RecurrentEngine large = new FusedEngine(1);
                RecurrentEngine small = new FusedEngine(1, 1000);
                Trace all = large.forward(c.network(), c.batch(), Noise.none(), c.plan());
                Trace some = small.forward(c.network(), c.batch(), Noise.none(), c.plan())) {
            assertFalse(((FusedTrace) all).keeping().checkpointed());
            assertTrue(((FusedTrace) some).keeping().checkpointed());
            assertArrayEquals(
                    large.backward(all, c.losses(), true).getFirst().w(),
                    small.backward(some, c.losses(), true).getFirst().w());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void timeConstantsAreLeftOutWhereNobodyWantsThem(Kind kind) {
        EngineCase c = EngineCase.random(20, 9, 6, 2);
        try (RecurrentEngine engine = kind.open(1);
                Trace trace = engine.forward(c.network(), c.batch(), Noise.none(), c.plan())) {
            NetworkGradient with = engine.backward(trace, c.losses(), true).getFirst();
            NetworkGradient without = engine.backward(trace, c.losses(), false).getFirst();
            assertArrayEquals(new double[6], without.alpha());
            assertArrayEquals(with.w(), without.w());
        }
    }

    @ParameterizedTest
    @Tag("registers")
    @MethodSource("kinds")
    void theNumberOfThreadsChangesNoBit(Kind kind) {
        EngineCase plain = EngineCase.random(300, 21, 7, 3);
        sameBits(kind, plain);
        sameBits(kind, plain.with(PlainEmbedding.linear(3, 7)));
        sameBits(kind, plain.with(PlainEmbedding.attention(3, 2, 6)));
    }

    private static void sameBits(Kind kind, EngineCase c) {
        InputNoise onInputs = new InputNoise(new CounterRandom(3), 0.1, new int[] {0, 2});
        Noise noise = new Noise(new CounterRandom(9), 0.2, onInputs);
        List<double[]> one = everything(c, noise, kind, 1);
        for (int threads : new int[] {2, 3, 8}) {
            List<double[]> more = everything(c, noise, kind, threads);
            for (int i = 0; i < one.size(); i++) {
                assertArrayEquals(one.get(i), more.get(i), 0);
            }
        }
    }

    private static List<double[]> everything(EngineCase c, Noise noise, Kind kind, int threads) {
        try (RecurrentEngine engine = kind.open(threads);
                Trace trace = engine.forward(c.network(), c.batch(), noise, c.plan())) {
            RateStatistics s = trace.statistics();
            Stream<double[]> statistics = Stream.of(
                    s.psth(),
                    s.population(),
                    s.moments().mean(),
                    s.moments().square(),
                    new double[] {s.moments().poisson()},
                    s.output());
            Stream<double[]> gradients = engine.backward(trace, c.losses(), true).stream()
                    .flatMap(g ->
                            Stream.of(g.w(), g.wIn(), g.b(), g.h0(), g.gain(), g.alpha(), g.embedding(), g.readOut()));
            return Stream.concat(statistics, gradients).toList();
        }
    }

    private static void check(
            EngineCase c, Noise noise, StatisticsGradient weights, double[] parameter, double[] got, double tolerance) {
        double scale = Math.max(1e-3, max(got));
        for (int i = 0; i < parameter.length; i += Math.max(1, parameter.length / 5)) {
            double want = difference(c, noise, weights, parameter, i);
            assertEquals(want, got[i], tolerance * scale, "parameter " + i);
        }
    }

    private static double difference(EngineCase c, Noise noise, StatisticsGradient weights, double[] parameter, int i) {
        double at = parameter[i];
        double h = 1e-5;
        parameter[i] = at + h;
        double up = c.linearLoss(noise, weights);
        parameter[i] = at - h;
        double down = c.linearLoss(noise, weights);
        parameter[i] = at;
        return (up - down) / (2 * h);
    }

    private static void near(double[] want, double[] got, double tolerance, String name) {
        assertArrayEquals(want, got, tolerance * Math.max(1, max(want)), name);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
