package org.dalescope.model.session.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Channel;

/**
 * A known E-I network under Dale's law that produces the rates of a synthetic session: x' = (1-a) x + a (W softplus(x)
 * + W_in u + b) + noise. Units are ordered recorded E, hidden E, recorded I, hidden I.
 *
 * @param weights {@code [to][from]}, columns of E units first
 * @param inputWeights {@code [to][channel]}
 * @param gain sp/s per unit of softplus
 * @param noise standard deviation s of the process noise s sqrt(a) xi
 * @param excitatory number of E units
 */
record SyntheticCircuit(
        double[][] weights,
        double[][] inputWeights,
        double[] gain,
        double[] tauMs,
        double[] alpha,
        double noise,
        int excitatory) {
    /** Constant drive of every unit. */
    static final double BIAS = 0.3;

    /** Mean sums of a row's weights from E and from I units. */
    static final double EXCITATION = 0.55;

    static final double INHIBITION = -0.75;

    static SyntheticCircuit of(SyntheticSettings settings, List<Channel> channels) {
        int units = settings.units();
        CounterRandom random = CounterRandom.of(settings.seed(), Stream.SYNTHETIC_NETWORK);
        double[][] w = new double[units][units];
        double[][] in = new double[units][channels.size()];
        double[] gain = new double[units];
        double[] tau = new double[units];
        double[] alpha = new double[units];
        long counter = 0;
        for (int to = 0; to < units; to++) {
            for (int from = 0; from < units; from++) {
                boolean excitatory = from < settings.excitatoryUnits();
                double strength = -Math.log(random.uniform(counter++));
                double mean =
                        excitatory ? EXCITATION / settings.excitatoryUnits() : INHIBITION / settings.inhibitoryUnits();
                boolean connected = random.uniform(counter++) < 0.5;
                w[to][from] = to == from || !connected ? 0 : 2 * mean * strength;
            }
            for (int k = 0; k < channels.size(); k++) {
                boolean driven = random.uniform(counter++) < 0.4;
                in[to][k] = driven ? random.gaussian(100_000 + counter) : 0;
                counter++;
            }
            double rate = to < settings.excitatoryUnits() ? 7 : 16;
            gain[to] = rate * Math.exp(0.5 * random.gaussian(200_000 + to));
            tau[to] = tau(settings, to, random.at(2));
            alpha[to] = 1 - Math.exp(-settings.binMs() / tau[to]);
        }
        double[][] weights =
                switch (settings.selectivity()) {
                    case MIXED -> settings.rank() == 0 ? w : LowRankWeights.of(settings, random.at(3));
                    case INPUTS -> new double[units][units];
                    case RECURRENCE -> {
                        GroupedCircuit grouped = new GroupedCircuit(settings, random.at(4));
                        grouped.driveFew(in, channels);
                        yield grouped.weights();
                    }
                };
        for (double[] row : weights) {
            Arrays.setAll(row, from -> row[from] * settings.recurrence());
        }
        return new SyntheticCircuit(weights, in, gain, tau, alpha, settings.noise(), settings.excitatoryUnits());
    }

    /** A time constant from a log-normal distribution with the population's mean. */
    private static double tau(SyntheticSettings settings, int unit, CounterRandom random) {
        double mean = unit < settings.excitatoryUnits() ? settings.tauE() : settings.tauI();
        double spread = settings.tauSpread();
        return mean * Math.exp(spread * random.gaussian(unit) - spread * spread / 2);
    }

    /** The units that are recorded. */
    static int[] recorded(SyntheticSettings settings) {
        return IntStream.concat(
                        IntStream.range(0, settings.excitatory()),
                        IntStream.range(settings.excitatoryUnits(), settings.excitatoryUnits() + settings.inhibitory()))
                .toArray();
    }

    /**
     * Rates in sp/s, {@code [bin][unit]}, of one trial.
     *
     * @param inputs {@code [bin][channel]}
     * @param intoI current that is added to the input of every I unit, per bin
     */
    double[][] rates(double[][] inputs, double[] intoI, CounterRandom random) {
        return rates(inputs, intoI, random, noise);
    }

    /** Rates in sp/s, {@code [bin][unit]}, without process noise. */
    double[][] ratesWithoutNoise(double[][] inputs, double[] intoI) {
        return rates(inputs, intoI, new CounterRandom(0), 0);
    }

    private double[][] rates(double[][] inputs, double[] intoI, CounterRandom random, double sd) {
        int units = gain.length;
        double[][] rates = new double[inputs.length][units];
        double[] x = new double[units];
        double[] s = new double[units];
        long counter = 0;
        for (int bin = 0; bin < inputs.length; bin++) {
            for (int i = 0; i < units; i++) {
                s[i] = Math.log1p(Math.exp(x[i]));
                rates[bin][i] = gain[i] * s[i];
            }
            for (int i = 0; i < units; i++) {
                double added = i < excitatory ? 0 : intoI[bin];
                double drive = BIAS + added + dot(weights[i], s) + dot(inputWeights[i], inputs[bin]);
                double kick = sd == 0 ? 0 : sd * Math.sqrt(alpha[i]) * random.gaussian(counter++);
                x[i] += alpha[i] * (drive - x[i]) + kick;
            }
        }
        return rates;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
