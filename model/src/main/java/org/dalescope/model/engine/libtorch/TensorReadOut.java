package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;

/**
 * y = W_out r_E + b_out on the device, in terms of activity.
 *
 * @param weights W_out gain, {@code [target][unit]}
 * @param bias {@code [1][target]}
 */
record TensorReadOut(NDArray weights, NDArray bias, int targets) {

    /** Where a plan wants the read-out of a network that has one. */
    static Optional<TensorReadOut> of(StatisticsPlan plan, Network network, NDManager scope, DataType type) {
        return plan.output() ? network.readOut().map(y -> of(y, network, scope, type)) : Optional.empty();
    }

    private static TensorReadOut of(ReadOut readOut, Network network, NDManager scope, DataType type) {
        int units = network.size();
        int targets = readOut.bias().length;
        double[] weights = readOut.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= network.gain()[i % units];
        }
        return new TensorReadOut(
                TensorWeights.array(scope, type, weights, targets, units),
                TensorWeights.array(scope, type, readOut.bias(), 1, targets),
                targets);
    }

    /** y of rows of activity {@code [row][unit]}. */
    NDArray read(NDArray activity) {
        return activity.matMul(weights.transpose()).addi(bias);
    }

    /** d loss / d activity, given d loss / d y {@code [row][target]}. */
    NDArray slope(NDArray byOutput) {
        return byOutput.matMul(weights);
    }
}
