package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.dalescope.model.network.Network;

/**
 * The weights of a network on the libtorch device, already multiplied by alpha if the recurrence needs that.
 *
 * @param step the matrix that softplus, state and drive of a bin are multiplied by to give the next state: alpha_to W
 *     transposed, 1 - alpha on a diagonal, ones on a diagonal, {@code [3 unit][to]}
 * @param adjoint alpha_to W, {@code [to][from]}
 * @param input alpha_to W_in transposed, {@code [channel][to]}
 * @param bias alpha b, {@code [1][unit]}
 * @param decay 1 - alpha, {@code [1][unit]}
 * @param noise s sqrt(alpha) per unit, which stays on the host
 * @param initial h0, {@code [1][unit]}
 * @param readout gain at (unit, neuron) of every recorded neuron, {@code [unit][neuron]}
 */
record TensorWeights(
        Network network,
        NDArray step,
        NDArray adjoint,
        NDArray input,
        NDArray bias,
        NDArray decay,
        double[] noise,
        NDArray initial,
        NDArray readout) {

    static TensorWeights of(Network network, double noiseSd, NDManager manager, DataType type) {
        int n = network.size();
        int k = network.channels();
        double[] step = new double[3 * n * n];
        double[] adjoint = new double[n * n];
        double[] input = new double[k * n];
        double[] bias = new double[n];
        double[] decay = new double[n];
        double[] noise = new double[n];
        for (int to = 0; to < n; to++) {
            double a = network.alpha()[to];
            for (int from = 0; from < n; from++) {
                adjoint[to * n + from] = a * network.w()[to * n + from];
                step[from * n + to] = adjoint[to * n + from];
            }
            for (int channel = 0; channel < k; channel++) {
                input[channel * n + to] = a * network.wIn()[to * k + channel];
            }
            bias[to] = a * network.b()[to];
            decay[to] = 1 - a;
            step[(n + to) * n + to] = decay[to];
            step[(2 * n + to) * n + to] = 1;
            noise[to] = noiseSd * Math.sqrt(a);
        }
        int recorded = network.units().recorded();
        double[] readout = new double[n * recorded];
        for (int neuron = 0; neuron < recorded; neuron++) {
            int unit = network.units().recordedUnit()[neuron];
            readout[unit * recorded + neuron] = network.gain()[unit];
        }
        return new TensorWeights(
                network,
                array(manager, type, step, 3L * n, n),
                array(manager, type, adjoint, n, n),
                array(manager, type, input, k, n),
                array(manager, type, bias, 1, n),
                array(manager, type, decay, 1, n),
                noise,
                array(manager, type, network.h0(), 1, n),
                array(manager, type, readout, n, recorded));
    }

    static NDArray array(NDManager manager, DataType type, double[] values, long... shape) {
        if (type == DataType.FLOAT64) {
            return manager.create(values, new Shape(shape));
        }
        return manager.create(narrow(values), new Shape(shape));
    }

    static NDArray array(NDManager manager, DataType type, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        return type == DataType.FLOAT32 ? array : array.toType(type, false);
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
