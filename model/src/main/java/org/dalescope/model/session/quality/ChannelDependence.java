package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.session.Session;

/**
 * The result of a quality check: an input channel that is a linear combination of earlier channels and a constant,
 * found by Cholesky decomposition of the channels' correlations.
 *
 * @param others the earlier channels that take part in it
 */
record ChannelDependence(int channel, int[] others) {
    /**
     * 1 - 0.999^2: the share of variance that a channel has on its own next to one with which it correlates with r =
     * 0.999.
     */
    private static final double LEAST_OWN_VARIANCE = 1 - 0.999 * 0.999;

    private static final double LEAST_SHARE = 0.02;

    /** All dependent channels; a channel that does not vary is not one of them. */
    static List<ChannelDependence> of(Session session) {
        double[][] r = correlations(session);
        int count = r.length;
        double[][] factor = new double[count][count];
        List<Integer> independent = new ArrayList<>();
        List<ChannelDependence> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if (r[k][k] == 0) {
                continue;
            }
            double own = 1;
            for (int j : independent) {
                double sum = r[k][j];
                for (int i : independent) {
                    if (i >= j) {
                        break;
                    }
                    sum -= factor[k][i] * factor[j][i];
                }
                factor[k][j] = sum / factor[j][j];
                own -= factor[k][j] * factor[k][j];
            }
            if (own < LEAST_OWN_VARIANCE) {
                found.add(new ChannelDependence(k, parts(factor, independent, k)));
            } else {
                factor[k][k] = Math.sqrt(own);
                independent.add(k);
            }
        }
        return List.copyOf(found);
    }

    /** The independent channels whose weights in the combination are not practically 0. */
    private static int[] parts(double[][] factor, List<Integer> independent, int channel) {
        double[] weights = new double[factor.length];
        for (int at = independent.size() - 1; at >= 0; at--) {
            int j = independent.get(at);
            double sum = factor[channel][j];
            for (int later = at + 1; later < independent.size(); later++) {
                int i = independent.get(later);
                sum -= weights[i] * factor[i][j];
            }
            weights[j] = sum / factor[j][j];
        }
        double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        return IntStream.range(0, weights.length)
                .filter(k -> Math.abs(weights[k]) > LEAST_SHARE * largest)
                .toArray();
    }

    /** Pearson's r of all pairs over all trials and bins; a row of zeros for a channel that does not vary. */
    private static double[][] correlations(Session session) {
        int channels = session.channels().size();
        int rows = session.trials() * session.bins();
        double[] sums = new double[channels];
        double[][] products = new double[channels][channels];
        float[] inputs = session.inputs();
        for (int row = 0; row < rows; row++) {
            int at = row * channels;
            for (int a = 0; a < channels; a++) {
                double value = inputs[at + a];
                // Events are mostly 0, so that zeros are skipped.
                if (value != 0) {
                    sums[a] += value;
                    for (int b = 0; b <= a; b++) {
                        products[a][b] += value * inputs[at + b];
                    }
                }
            }
        }
        return scaled(sums, products, rows);
    }

    private static double[][] scaled(double[] sums, double[][] products, int rows) {
        int channels = sums.length;
        double[] sd = new double[channels];
        for (int a = 0; a < channels; a++) {
            double variance = products[a][a] - sums[a] * sums[a] / rows;
            sd[a] = variance > 1e-9 * products[a][a] ? Math.sqrt(variance) : 0;
        }
        double[][] r = new double[channels][channels];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b <= a; b++) {
                double covariance = products[a][b] - sums[a] * sums[b] / rows;
                r[a][b] = sd[a] > 0 && sd[b] > 0 ? covariance / sd[a] / sd[b] : 0;
                r[b][a] = r[a][b];
            }
        }
        return r;
    }
}
