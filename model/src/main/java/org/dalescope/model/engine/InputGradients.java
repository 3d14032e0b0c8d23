package org.dalescope.model.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.simd.FloatArrayPool;

/**
 * The derivatives of losses with respect to the network's inputs, from an engine's backward pass, d loss / d u_t =
 * W_in^T (alpha lambda_{t+1}), because u_t enters x_{t+1} as alpha W_in u_t. The derivatives of the last bin are 0.
 *
 * @param perLoss {@code [trial][bin][channel]} for each loss
 */
public record InputGradients(int bins, int channels, List<float[]> perLoss) {

    /** Arrays for a batch, which must be returned to the pool. */
    public static InputGradients of(Batch batch, int losses, FloatArrayPool pool) {
        int perTrial = batch.bins() * batch.channels();
        List<float[]> perLoss = new ArrayList<>();
        for (int loss = 0; loss < losses; loss++) {
            float[] values = pool.take(batch.trials() * perTrial);
            for (int trial = 1; trial <= batch.trials(); trial++) {
                Arrays.fill(values, trial * perTrial - batch.channels(), trial * perTrial, 0);
            }
            perLoss.add(values);
        }
        return new InputGradients(batch.bins(), batch.channels(), List.copyOf(perLoss));
    }

    /** The index of the first value of a trial's bin. */
    public int at(int trial, int bin) {
        return (trial * bins + bin) * channels;
    }

    public void giveBack(FloatArrayPool pool) {
        perLoss.forEach(pool::give);
    }
}
