package org.dalescope.model.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.simd.FloatArrayPool;

/**
 * d loss / d u_t: W_in^T (alpha lambda_{t+1}), for u_t enters x_{t+1} as alpha W_in u_t. Those of the last bin are 0.
 *
 * @param perLoss {@code [trial][bin][channel]} each
 */
public record InputGradients(int bins, int channels, List<float[]> perLoss) {

    /** Room for a batch, to be given back to the pool. */
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

    /** Where a bin of a trial begins. */
    public int at(int trial, int bin) {
        return (trial * bins + bin) * channels;
    }

    public void giveBack(FloatArrayPool pool) {
        perLoss.forEach(pool::give);
    }
}
