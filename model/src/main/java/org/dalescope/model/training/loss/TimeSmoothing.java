package org.dalescope.model.training.loss;

import java.util.Arrays;
import org.dalescope.model.math.simd.ShiftedSum;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The smoothing over time of {@link Smoothing} for losses, as a linear map on flat arrays, with its transpose. It uses
 * a few taps per value instead of a matrix.
 *
 * @param taps symmetric weights, an odd number; the middle one is for the step itself
 * @param width number of values per step
 */
public record TimeSmoothing(double[] taps, int steps, int width) {
    static TimeSmoothing of(Smoothing smoothing, int steps, int width) {
        return new TimeSmoothing(smoothing.weights(), steps, width);
    }

    /**
     * A buffer for {@link #apply} and {@link #pullBack}: all steps, with as many extra steps on each side as the taps
     * reach.
     */
    double[] buffer() {
        return new double[(steps + 2 * (taps.length - 1)) * width];
    }

    /**
     * Smooths {@code [step][width]} at index {@code at}, in place; the first and the last step are repeated beyond the
     * ends.
     */
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

    /**
     * Applies the transpose of {@link #apply}, in place: the values of the repeated steps are added to the first and
     * the last step.
     */
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
