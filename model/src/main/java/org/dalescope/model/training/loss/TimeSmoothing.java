package org.dalescope.model.training.loss;

import java.util.Arrays;
import org.dalescope.model.math.simd.ShiftedSum;
import org.dalescope.model.session.psth.Smoothing;

/**
 * {@link Smoothing} as a linear map between flat arrays, and its transpose: a few taps per value, never a matrix.
 *
 * @param taps symmetric weights, odd in number, the middle is the step itself
 * @param width values per step
 */
record TimeSmoothing(double[] taps, int steps, int width) {
    static TimeSmoothing of(Smoothing smoothing, int steps, int width) {
        return new TimeSmoothing(smoothing.weights(), steps, width);
    }

    /** Room for the calls below: the steps, and on either side as many as the taps span. */
    double[] buffer() {
        return new double[(steps + 2 * (taps.length - 1)) * width];
    }

    /** Smooths {@code [step][width]} at {@code at}, in place; the first and the last step are repeated beyond the ends. */
    void apply(double[] values, int at, double[] buffer) {
        int size = steps * width;
        int reach = taps.length / 2;
        System.arraycopy(values, at, buffer, reach * width, size);
        for (int i = 0; i < reach; i++) {
            System.arraycopy(values, at, buffer, i * width, width);
            System.arraycopy(values, at + size - width, buffer, (reach + steps + i) * width, width);
        }
        ShiftedSum.apply(taps, buffer, width, values, at, size);
    }

    /** The transpose of {@link #apply}, in place: what went to the repeated steps comes back to the first and the last. */
    void pullBack(double[] gradient, int at, double[] buffer) {
        int size = steps * width;
        int reach = taps.length / 2;
        int margin = 2 * reach * width;
        Arrays.fill(buffer, 0);
        System.arraycopy(gradient, at, buffer, margin, size);
        double[] spread = new double[size + margin];
        ShiftedSum.apply(taps, buffer, width, spread, 0, spread.length);
        System.arraycopy(spread, reach * width, gradient, at, size);
        for (int i = 0; i < reach; i++) {
            for (int n = 0; n < width; n++) {
                gradient[at + n] += spread[i * width + n];
                gradient[at + size - width + n] += spread[(reach + steps + i) * width + n];
            }
        }
    }
}
