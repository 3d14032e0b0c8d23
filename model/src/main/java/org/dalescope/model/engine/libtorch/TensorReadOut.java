package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;

/**
 * The read-out y = W_out r_E + b_out on the libtorch device, computed from activity.
 *
 * @param weights W_out gain, {@code [target][unit]}
 * @param bias {@code [1][target]}
 */
record TensorReadOut(NDArray weights, NDArray bias, int targets) {

    /** The read-out; empty if the plan does not include it or the network has none. */
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

    /** Computes y from rows of activity {@code [row][unit]}. */
    NDArray read(NDArray activity) {
        return activity.matMul(weights.transpose()).addi(bias);
    }

    /** Computes d loss / d activity, given d loss / d y {@code [row][target]}. */
    NDArray slope(NDArray byOutput) {
        return byOutput.matMul(weights);
    }
}
