package org.dalescope.model.engine;

import java.util.Optional;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.TiledMatrix;
import org.dalescope.model.network.Network;

/**
 * The optional gradients that an engine's backward pass computes in addition to those of W, W_in, b, h0 and gain. A
 * gradient that is not requested costs nothing.
 */
public record RequestedGradients(boolean timeConstants, Optional<ByInputs> inputs) {
    /**
     * The gradients with respect to the inputs.
     *
     * @param inputsFromUnits alpha W_in, {@code [channel][unit]}
     */
    public record ByInputs(InputGradients gradients, TiledMatrix inputsFromUnits) {
        public static ByInputs of(Network network, Batch batch, int losses, FloatArrayPool pool) {
            int channels = network.channels();
            TiledMatrix back = TiledMatrix.of(
                    channels,
                    network.size(),
                    (channel, unit) -> network.alpha()[unit] * network.wIn()[unit * channels + channel]);
            return new ByInputs(InputGradients.of(batch, losses, pool), back);
        }
    }
}
