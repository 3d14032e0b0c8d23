package org.dalescope.model.scoring.rival;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.linear.RidgeRegression;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.MeanRates;

/**
 * The linear encoding model: the rate of every neuron as a linear function of the inputs in windows of the past and of a
 * smooth course over time (docs/science.md section 7). It shows what remembering the inputs explains.
 *
 * @param mean mean of every feature over the valid training bins
 * @param scale standard deviation of every feature, plus 1e-6
 * @param weights {@code [feature][neuron]}, for z-scored features
 * @param rates mean rate of every neuron over the valid training bins, sp/s
 */
record LinearEncodingModel(LagFeatures features, double[] mean, double[] scale, double[] weights, double[] rates) {
    /** Trials per task. Sums of tasks are added in order, so that the number of threads does not change the result. */
    private static final int TRIALS = 16;

    private static final double SCALE_FLOOR = 1e-6;
    private static final double LEAST_SHARE_OF_MEAN = 0.05;

    /** Fits one model for each ridge penalty to the valid bins of some trials. */
    static List<LinearEncodingModel> fit(
            Session session, Mask mask, int[] positions, double[] penalties, WorkerThreads workers) {
        LagFeatures features = LagFeatures.of(session);
        int count = features.count();
        double[] mean = new double[count];
        double[] variance = new double[count];
        moments(session, mask, positions, features, mean, variance);
        double[] scale =
                Arrays.stream(variance).map(v -> Math.sqrt(v) + SCALE_FLOOR).toArray();
        double[] rates = MeanRates.of(session, mask, positions);
        int tasks = Math.ceilDiv(positions.length, TRIALS);
        List<RidgeRegression> parts = workers.map(tasks, task -> {
            RidgeRegression part = new RidgeRegression(count, rates.length);
            double[] rows = new double[features.bins() * count];
            double[] target = new double[rates.length];
            for (int i = task * TRIALS; i < Math.min(positions.length, (task + 1) * TRIALS); i++) {
                features.write(positions[i], rows);
                standardise(rows, mean, scale);
                for (int bin = 0; bin < features.bins(); bin++) {
                    if (mask.isValid(positions[i], bin)) {
                        for (int n = 0; n < target.length; n++) {
                            target[n] = session.rate(positions[i], bin, n) - rates[n];
                        }
                        part.add(rows, bin * count, target);
                    }
                }
            }
            return part;
        });
        RidgeRegression all = parts.getFirst();
        parts.subList(1, parts.size()).forEach(all::add);
        return Arrays.stream(penalties)
                .mapToObj(penalty -> new LinearEncodingModel(features, mean, scale, all.solve(penalty), rates))
                .toList();
    }

    /** The predicted rates of one trial, sp/s, {@code [bin][neuron]}. */
    double[] predict(int position) {
        int count = features.count();
        int neurons = rates.length;
        double[] rows = new double[features.bins() * count];
        features.write(position, rows);
        standardise(rows, mean, scale);
        double[] predicted = new double[features.bins() * neurons];
        for (int bin = 0; bin < features.bins(); bin++) {
            int at = bin * neurons;
            System.arraycopy(rates, 0, predicted, at, neurons);
            for (int f = 0; f < count; f++) {
                double z = rows[bin * count + f];
                for (int n = 0; n < neurons; n++) {
                    predicted[at + n] += z * weights[f * neurons + n];
                }
            }
            for (int n = 0; n < neurons; n++) {
                predicted[at + n] = Math.max(predicted[at + n], LEAST_SHARE_OF_MEAN * rates[n]);
            }
        }
        return predicted;
    }

    private static void standardise(double[] rows, double[] mean, double[] scale) {
        for (int from = 0; from < rows.length; from += mean.length) {
            for (int f = 0; f < mean.length; f++) {
                rows[from + f] = (rows[from + f] - mean[f]) / scale[f];
            }
        }
    }

    /** Computes mean and variance of every feature in two passes. */
    private static void moments(
            Session session, Mask mask, int[] positions, LagFeatures features, double[] mean, double[] variance) {
        for (int pass = 0; pass < 2; pass++) {
            int valid = 0;
            double[] rows = new double[session.bins() * mean.length];
            for (int position : positions) {
                features.write(position, rows);
                for (int bin = 0; bin < session.bins(); bin++) {
                    if (mask.isValid(position, bin)) {
                        valid++;
                        for (int f = 0; f < mean.length; f++) {
                            double value = rows[bin * mean.length + f];
                            if (pass == 0) {
                                mean[f] += value;
                            } else {
                                variance[f] += (value - mean[f]) * (value - mean[f]);
                            }
                        }
                    }
                }
            }
            double bins = Math.max(1, valid);
            double[] sums = pass == 0 ? mean : variance;
            Arrays.setAll(sums, f -> sums[f] / bins);
        }
    }
}
