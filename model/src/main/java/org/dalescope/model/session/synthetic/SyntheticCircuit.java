package org.dalescope.model.session.synthetic;

import org.dalescope.model.random.CounterRandom;
import org.dalescope.model.random.CounterRandom.Stream;

/**
 * A known E-I network under Dale's law that makes the rates: x' = (1-a) x + a (W softplus(x) + W_in u + b) + noise.
 *
 * @param weights {@code [to][from]}, columns of E units first
 * @param inputWeights {@code [to][channel]}
 * @param gain sp/s per unit of softplus
 */
record SyntheticCircuit(double[][] weights, double[][] inputWeights, double[] gain, double[] alpha, int excitatory) {
    private static final double EXCITATORY_TAU_MS = 60;
    private static final double INHIBITORY_TAU_MS = 30;
    private static final double BIAS = 0.3;
    private static final double NOISE = 0.15;

    static SyntheticCircuit of(SyntheticSettings settings, int channels) {
        int units = settings.excitatory() + settings.inhibitory();
        CounterRandom random = CounterRandom.of(settings.seed(), Stream.SYNTHETIC_NETWORK);
        double[][] w = new double[units][units];
        double[][] in = new double[units][channels];
        double[] gain = new double[units];
        double[] alpha = new double[units];
        long counter = 0;
        for (int to = 0; to < units; to++) {
            for (int from = 0; from < units; from++) {
                boolean excitatory = from < settings.excitatory();
                double strength = -Math.log(random.uniform(counter++));
                double mean = excitatory ? 0.55 / settings.excitatory() : -0.75 / settings.inhibitory();
                boolean connected = random.uniform(counter++) < 0.5;
                w[to][from] = to == from || !connected ? 0 : 2 * mean * strength;
            }
            for (int k = 0; k < channels; k++) {
                boolean driven = random.uniform(counter++) < 0.4;
                in[to][k] = driven ? random.gaussian(100_000 + counter) : 0;
                counter++;
            }
            double rate = to < settings.excitatory() ? 7 : 16;
            gain[to] = rate * Math.exp(0.5 * random.gaussian(200_000 + to));
            double tau = to < settings.excitatory() ? EXCITATORY_TAU_MS : INHIBITORY_TAU_MS;
            alpha[to] = 1 - Math.exp(-settings.binMs() / tau);
        }
        return new SyntheticCircuit(w, in, gain, alpha, settings.excitatory());
    }

    /** Rates in sp/s, {@code [bin][unit]}, of one trial with inputs {@code [bin][channel]}. */
    double[][] rates(double[][] inputs, CounterRandom noise) {
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
                double drive = BIAS + dot(weights[i], s) + dot(inputWeights[i], inputs[bin]);
                x[i] += alpha[i] * (drive - x[i]) + NOISE * Math.sqrt(alpha[i]) * noise.gaussian(counter++);
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
