package org.dalescope.model.network;

import java.util.List;

/**
 * y = W_out r_E + b_out, from the E units alone.
 *
 * @param targets names of the signals that y stands for
 * @param weights W_out {@code [target][unit]} per sp/s, those of I units exactly 0
 * @param bias b_out per target
 */
public record ReadOut(List<String> targets, double[] weights, double[] bias) {
    /** Numbers in weights and bias together, which is how gradients have them. */
    public int length() {
        return weights.length + bias.length;
    }
}
