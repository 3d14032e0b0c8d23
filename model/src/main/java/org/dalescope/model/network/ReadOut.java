package org.dalescope.model.network;

import java.util.List;

/**
 * A linear read-out of the rates of a network's E units, y = W_out r_E + b_out.
 *
 * @param targets names of the signals in y
 * @param weights W_out {@code [target][unit]} per sp/s; the weights of I units are exactly 0
 * @param bias b_out per target
 */
public record ReadOut(List<String> targets, double[] weights, double[] bias) {
    /** The number of values in weights and bias together, as in gradients. */
    public int length() {
        return weights.length + bias.length;
    }
}
