package org.dalescope.model.engine;

import java.util.Optional;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.TiledMatrix;
import org.dalescope.model.network.Network;

/** What a sweep backward is to find beside the gradients of W, W_in, b, h0 and gain; what is not wanted costs nothing. */
public record RequestedGradients(boolean timeConstants, Optional<ByInputs> inputs) {
    /**
     * Gradients by inputs.
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
