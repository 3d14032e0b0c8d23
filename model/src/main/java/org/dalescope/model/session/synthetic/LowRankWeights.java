package org.dalescope.model.session.synthetic;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;

/**
 * Recurrent weights of a synthetic circuit with an exact rank, under Dale's law and without self-connections. For each
 * factor, every unit either sends or receives, chosen at random. The product of the factors then has a zero diagonal;
 * setting a diagonal to zero afterwards would raise the rank.
 */
final class LowRankWeights {
    private static final double LARGEST_RADIUS = 0.9;
    private static final int POWER_ITERATIONS = 100;

    private LowRankWeights() {}

    /** Weights {@code [to][from]}. */
    static double[][] of(SyntheticSettings settings, CounterRandom random) {
        int units = settings.units();
        double[][] receiving = new double[units][settings.rank()];
        double[][] sending = new double[units][settings.rank()];
        long counter = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int factor = 0; factor < settings.rank(); factor++) {
                boolean sends = random.uniform(counter++) < 0.5;
                double strength = 0.5 + random.uniform(counter++);
                (sends ? sending : receiving)[unit][factor] = strength;
            }
        }
        double[][] w = new double[units][units];
        for (int to = 0; to < units; to++) {
            for (int from = 0; from < units; from++) {
                for (int factor = 0; factor < settings.rank(); factor++) {
                    w[to][from] += receiving[to][factor] * sending[from][factor];
                }
            }
        }
        int excitatory = settings.excitatoryUnits();
        scale(w, 0, excitatory, SyntheticCircuit.EXCITATION / meanSum(w, 0, excitatory));
        scale(w, excitatory, units, SyntheticCircuit.INHIBITION / meanSum(w, excitatory, units));
        // Rows differ more than in a full matrix: excitation alone must not diverge.
        double radius = radius(w, excitatory);
        if (radius > LARGEST_RADIUS) {
            scale(w, 0, excitatory, LARGEST_RADIUS / radius);
        }
        return w;
    }

    /** Mean over rows of the sum of some columns; 1 if there is nothing to scale. */
    private static double meanSum(double[][] w, int from, int to) {
        double sum = 0;
        for (double[] row : w) {
            for (int column = from; column < to; column++) {
                sum += row[column];
            }
        }
        return sum == 0 ? 1 : sum / w.length;
    }

    private static void scale(double[][] w, int from, int to, double factor) {
        for (double[] row : w) {
            for (int column = from; column < to; column++) {
                // Avoids negative zeros, so that an absent weight is printed as 0.
                row[column] = row[column] == 0 ? 0 : row[column] * factor;
            }
        }
    }

    /** Spectral radius of the weights among the first units, by power iteration (they are not negative). */
    private static double radius(double[][] w, int units) {
        double[] v = new double[units];
        Arrays.fill(v, 1);
        double norm = 0;
        for (int i = 0; i < POWER_ITERATIONS; i++) {
            double[] next = new double[units];
            norm = 0;
            for (int to = 0; to < units; to++) {
                for (int from = 0; from < units; from++) {
                    next[to] += w[to][from] * v[from];
                }
                norm = Math.max(norm, next[to]);
            }
            if (norm == 0) {
                return 0;
            }
            for (int to = 0; to < units; to++) {
                v[to] = next[to] / norm;
            }
        }
        return norm;
    }
}
