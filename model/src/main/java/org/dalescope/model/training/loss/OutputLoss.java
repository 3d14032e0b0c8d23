package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * The loss of the read-out, L_output = weight x mean over valid bins of all trials and over targets of (y - target)^2,
 * with y the read-out of the E units
 * (docs/science.md sections 2 and 3). The target is the recorded signal, z-scored when the session is read, without
 * input noise.
 *
 * @param target {@code [trial][bin][target]}
 * @param valid {@code [trial][bin]}
 */
public record OutputLoss(double weight, float[] target, boolean[] valid) implements Loss {

    /**
     * The loss for some trials of a session.
     *
     * @param channels positions of the targets among the session's channels
     */
    public static OutputLoss of(Session session, Mask mask, int[] trialIds, int[] channels, double weight) {
        int perBin = session.channels().size();
        boolean[] valid = new boolean[trialIds.length * session.bins()];
        float[] target = new float[valid.length * channels.length];
        int[] positions = session.positions(trialIds);
        for (int row = 0; row < valid.length; row++) {
            int position = positions[row / session.bins()];
            int bin = row % session.bins();
            valid[row] = mask.isValid(position, bin);
            for (int i = 0; i < channels.length; i++) {
                target[row * channels.length + i] =
                        session.inputs()[(position * session.bins() + bin) * perBin + channels[i]];
            }
        }
        return new OutputLoss(weight, target, valid);
    }

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] output = statistics.output();
        double[] gradient = new double[output.length];
        int targets = output.length / valid.length;
        double scale = weight / Math.max(1, (double) targets * validBins());
        double value = 0;
        for (int i = 0; i < output.length; i++) {
            if (valid[i / targets]) {
                double error = output[i] - target[i];
                value += scale * error * error;
                gradient[i] = 2 * scale * error;
            }
        }
        return new LossValue(value, StatisticsGradient.ofOutput(gradient));
    }

    private int validBins() {
        int count = 0;
        for (boolean each : valid) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
