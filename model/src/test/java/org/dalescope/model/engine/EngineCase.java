package org.dalescope.model.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.embedding.InputEmbedding;
import org.dalescope.model.network.embedding.PlainEmbedding;

/** A random network and batch, with the recurrence written out in plain loops. */
public record EngineCase(Network network, Batch batch, StatisticsPlan plan, List<StatisticsGradient> losses) {
    private static final int GROUPS = 2;
    private static final int TARGETS = 2;

    public static EngineCase random(int trials, int bins, int units, int channels) {
        CounterRandom r = new CounterRandom(trials * 1000L + bins * 100L + units);
        int excitatory = Math.max(1, units - 1);
        int[] recorded = units > 2 ? new int[] {units - 1, 0} : new int[] {1};
        UnitMap map = new UnitMap(
                excitatory,
                units - excitatory,
                IntStream.range(0, recorded.length).toArray(),
                recorded);
        double[] alpha = fill(units, i -> 0.2 + 0.6 * r.uniform(i));
        Network network = new Network(
                map,
                channels,
                fill(units * units, i -> i % (units + 1) == 0 ? 0 : 0.5 * r.gaussian(100 + i)),
                fill(units * channels, i -> r.gaussian(3000 + i)),
                fill(units, i -> 0.3 * r.gaussian(5000 + i)),
                fill(units, i -> r.gaussian(6000 + i)),
                fill(units, i -> 1 + 5 * r.uniform(7000 + i)),
                fill(units, i -> 50),
                alpha,
                Optional.empty(),
                Optional.of(readOut(map, r)));
        float[] inputs = new float[bins * trials * channels];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) r.gaussian(10_000 + i);
        }
        float[] weights = validOrNot(bins * GROUPS * trials, trials, r.at(1));
        float[] perBin = validOrNot(bins * trials, trials, r.at(2));
        float[] rates = new float[trials * bins * recorded.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 40 * (int) (3 * r.uniform(30_000 + i));
        }
        int[] positions = IntStream.range(0, trials).map(i -> trials - 1 - i).toArray();
        double[] neuronWeights = fill(recorded.length, i -> 0.5 + r.uniform(80_000 + i));
        PointwiseSums pointwise =
                new PointwiseSums(perBin, new PointwiseSums.Counts(rates, positions, 0.025, neuronWeights), true);
        int[] ids = IntStream.range(0, trials).map(i -> 3 * i + 1).toArray();
        return new EngineCase(
                network,
                Batch.of(ids, bins, channels, inputs),
                new StatisticsPlan(GROUPS, weights, true, pointwise, true),
                List.of(
                        new StatisticsGradient(
                                fill(GROUPS * bins * recorded.length, i -> r.gaussian(50_000 + i)), new double[0]),
                        new StatisticsGradient(new double[0], fill(trials * bins, i -> r.gaussian(60_000 + i))),
                        new StatisticsGradient(
                                new double[0],
                                new double[0],
                                new Moments(
                                        fill(units, i -> r.gaussian(70_000 + i)),
                                        fill(units, i -> 0.1 * r.gaussian(71_000 + i)),
                                        2.5)),
                        StatisticsGradient.ofOutput(byOutput(trials, bins, r)),
                        new StatisticsGradient(
                                new double[0],
                                new double[0],
                                new Moments(new double[0], new double[0], 1.5),
                                byOutput(trials, bins, r.at(3)))));
    }

    /** From the E units alone. */
    private static ReadOut readOut(UnitMap units, CounterRandom r) {
        return new ReadOut(
                List.of("x", "y"),
                fill(TARGETS * units.units(), i -> units.isExcitatory(i % units.units()) ? r.gaussian(80_000 + i) : 0),
                fill(TARGETS, i -> r.gaussian(81_000 + i)));
    }

    private static double[] byOutput(int trials, int bins, CounterRandom r) {
        return fill(trials * bins * TARGETS, i -> i % 3 == 0 ? 0 : r.gaussian(90_000 + i));
    }

    /** The same units with an embedding of the batch's channels, and with input weights for it. */
    EngineCase with(InputEmbedding embedding) {
        CounterRandom r = new CounterRandom(77);
        Network n = network;
        int dimension = embedding.dimension();
        double[] wIn = fill(n.size() * dimension, i -> 0.5 * r.gaussian(i));
        Network embedded = new Network(
                n.units(),
                dimension,
                n.w(),
                wIn,
                n.b(),
                n.h0(),
                n.gain(),
                n.tauMs(),
                n.alpha(),
                Optional.of(embedding),
                n.readOut());
        return new EngineCase(embedded, batch, plan, losses);
    }

    /** What drives W_in in a bin of a trial. */
    private double[] plainInputs(int trial, int bin) {
        double[] u = fill(batch.channels(), k -> batch.inputs()[(trial * batch.bins() + bin) * batch.channels() + k]);
        return network.embedding().map(e -> PlainEmbedding.of(e, u)).orElse(u);
    }

    /** Weights of which every third is zero, and all those of the last trial: nothing of it may count. */
    private static float[] validOrNot(int count, int trials, CounterRandom r) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            boolean masked = trials > 1 && i % trials == trials - 1;
            weights[i] = !masked && r.uniform(i) < 0.7 ? 1f / trials : 0;
        }
        return weights;
    }

    /** Rates by the equation, {@code [trial][bin][unit]}. */
    double[] plainRates(Noise noise) {
        int units = network.size();
        int trials = batch.trials();
        int bins = batch.bins();
        double[] xi = plainNoise(noise);
        double[] rates = new double[trials * bins * units];
        for (int trial = 0; trial < trials; trial++) {
            double[] x = network.h0().clone();
            for (int bin = 0; bin < bins; bin++) {
                double[] s = Arrays.stream(x).map(v -> Math.log1p(Math.exp(v))).toArray();
                double[] next = new double[units];
                double[] u = plainInputs(trial, bin);
                for (int i = 0; i < units; i++) {
                    rates[(trial * bins + bin) * units + i] = network.gain()[i] * s[i];
                    double drive = network.b()[i];
                    for (int j = 0; j < units; j++) {
                        drive += network.w()[i * units + j] * s[j];
                    }
                    for (int k = 0; k < u.length; k++) {
                        drive += network.wIn()[i * u.length + k] * u[k];
                    }
                    double a = network.alpha()[i];
                    double n = noise.sd() * Math.sqrt(a) * xi[(bin * trials + trial) * units + i];
                    next[i] = (1 - a) * x[i] + a * drive + n;
                }
                x = next;
            }
        }
        return rates;
    }

    RateStatistics plainStatistics(double[] rates) {
        int[] recorded = network.units().recordedUnit();
        int bins = batch.bins();
        int trials = batch.trials();
        double[] psth = new double[GROUPS * bins * recorded.length];
        double[] population = new double[trials * bins];
        for (int trial = 0; trial < trials; trial++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int n = 0; n < recorded.length; n++) {
                    double rate = rates[(trial * bins + bin) * network.size() + recorded[n]];
                    population[trial * bins + bin] += rate / recorded.length;
                    for (int g = 0; g < GROUPS; g++) {
                        double weight = plan.weights()[(bin * GROUPS + g) * trials + trial];
                        psth[(g * bins + bin) * recorded.length + n] += weight * rate;
                    }
                }
            }
        }
        return new RateStatistics(
                GROUPS, trials, bins, recorded.length, psth, population, plainMoments(rates), plainOutput(rates));
    }

    private double[] plainOutput(double[] rates) {
        ReadOut readOut = network.readOut().orElseThrow();
        int units = network.size();
        return fill(batch.trials() * batch.bins() * TARGETS, i -> {
            double y = readOut.bias()[i % TARGETS];
            for (int unit = 0; unit < network.units().excitatory(); unit++) {
                y += readOut.weights()[i % TARGETS * units + unit] * rates[i / TARGETS * units + unit];
            }
            return y;
        });
    }

    private Moments plainMoments(double[] rates) {
        int units = network.size();
        int[] recorded = network.units().recordedUnit();
        PointwiseSums pointwise = plan.pointwise();
        double[] mean = new double[units];
        double[] square = new double[units];
        double poisson = 0;
        for (int trial = 0; trial < batch.trials(); trial++) {
            for (int bin = 0; bin < batch.bins(); bin++) {
                double weight = pointwise.weights()[bin * batch.trials() + trial];
                int from = (trial * batch.bins() + bin) * units;
                for (int unit = 0; unit < units; unit++) {
                    mean[unit] += weight * rates[from + unit];
                    square[unit] += weight * rates[from + unit] * rates[from + unit];
                }
                int data = (pointwise.counts().positions()[trial] * batch.bins() + bin) * recorded.length;
                for (int n = 0; n < recorded.length; n++) {
                    double expected = 0.025 * rates[from + recorded[n]];
                    double observed = 0.025 * pointwise.counts().rates()[data + n];
                    poisson += pointwise.counts().neuronWeights()[n]
                            * weight
                            * (expected - observed * Math.log(expected + 1e-8))
                            / recorded.length;
                }
            }
        }
        return new Moments(mean, square, poisson);
    }

    /** A loss that is linear in the statistics, so that its gradient with respect to them is known. */
    double linearLoss(Noise noise, StatisticsGradient weights) {
        RateStatistics s = plainStatistics(plainRates(noise));
        return dot(weights.psth(), s.psth())
                + dot(weights.population(), s.population())
                + dot(weights.moments().mean(), s.moments().mean())
                + dot(weights.moments().square(), s.moments().square())
                + weights.moments().poisson() * s.moments().poisson()
                + dot(weights.output(), s.output());
    }

    private double[] plainNoise(Noise noise) {
        int units = network.size();
        int pairs = (units + 1) / 2;
        int trials = batch.trials();
        float[] u1 = new float[batch.bins() * trials * pairs];
        float[] u2 = new float[u1.length];
        noise.uniforms(batch.trialIds(), batch.bins(), pairs, u1, u2);
        double[] xi = new double[batch.bins() * trials * units];
        for (int row = 0; row < batch.bins() * trials; row++) {
            for (int unit = 0; unit < units; unit++) {
                int pair = row * pairs + unit % pairs;
                double radius = Math.sqrt(-2 * Math.log(u1[pair]));
                double angle = 2 * Math.PI * u2[pair];
                xi[row * units + unit] = radius * (unit < pairs ? Math.cos(angle) : Math.sin(angle));
            }
        }
        return xi;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] fill(int n, java.util.function.IntToDoubleFunction f) {
        double[] values = new double[n];
        Arrays.setAll(values, f);
        return values;
    }
}
