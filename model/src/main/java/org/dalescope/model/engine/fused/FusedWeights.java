package org.dalescope.model.engine.fused;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.dalescope.model.math.simd.AdjointStep;
import org.dalescope.model.math.simd.GaussianNoise;
import org.dalescope.model.math.simd.LeakyStep;
import org.dalescope.model.math.simd.TiledMatrix;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.network.Network;

/**
 * The weights of a network in the form that the fused engine needs: in single precision, multiplied by alpha if
 * possible, and packed for register tiles.
 *
 * @param step x' = (1 - alpha) x + alpha (W softplus(x) + W_in u + b), with the columns of W, then those of W_in, then
 *     b
 * @param adjoint the matrix of the backward step
 * @param noise s sqrt(alpha), padded to an even number of units
 * @param gain sp/s per unit of softplus
 * @param neuron the neuron that a unit represents, -1 for hidden units
 */
record FusedWeights(
        Network network,
        LeakyStep step,
        AdjointStep adjoint,
        float[] noise,
        float[] gain,
        float[] initial,
        int[] neuron) {

    static FusedWeights of(Network network, double noiseSd) {
        int n = network.size();
        int k = network.channels();
        double[] w = network.w();
        double[] a = network.alpha();
        int[] neuron = new int[n];
        Arrays.fill(neuron, -1);
        int[] recorded = network.units().recordedUnit();
        for (int i = 0; i < recorded.length; i++) {
            neuron[recorded[i]] = i;
        }
        float[] decay = floats(n, i -> 1 - a[i]);
        return new FusedWeights(
                network,
                new LeakyStep(TiledMatrix.of(n, n + k + 1, (to, column) -> a[to] * weight(network, to, column)), decay),
                new AdjointStep(TiledMatrix.of(n, n, (from, to) -> a[to] * w[to * n + from]), decay),
                floats(n + n % 2, i -> i < n ? noiseSd * Math.sqrt(a[i]) : 0),
                floats(n, i -> network.gain()[i]),
                floats(n, i -> network.h0()[i]),
                neuron);
    }

    private static double weight(Network network, int to, int column) {
        int n = network.size();
        int k = network.channels();
        if (column < n) {
            return network.w()[to * n + column];
        }
        return column < n + k ? network.wIn()[to * k + column - n] : network.b()[to];
    }

    int units() {
        return network.size();
    }

    /** The number of rows of a state, padded for register tiles and for pairs of normals. */
    int rows() {
        return VectorWidth.paddedRows(units() + units() % 2);
    }

    int pairs() {
        return noise.length / 2;
    }

    /** {@link #noise} in every lane, {@code [unit][lane]}. */
    float[] noiseLanes(int width) {
        return GaussianNoise.inEveryColumn(noise, width);
    }

    private static float[] floats(int n, IntToDoubleFunction value) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) value.applyAsDouble(i);
        }
        return floats;
    }
}
