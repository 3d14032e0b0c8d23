package org.dalescope.model.engine;

import java.util.Optional;
import org.dalescope.model.kernel.MatrixTiles;
import org.dalescope.model.network.Network;

/** What a sweep backward is to find beside the gradients of W, W_in, b, h0 and gain; what is not wanted costs nothing. */
record Wanted(boolean timeConstants, Optional<ByInputs> inputs) {
    /**
     * Gradients by inputs.
     *
     * @param inputsFromUnits alpha W_in, {@code [channel][unit]}
     */
    record ByInputs(InputGradients gradients, MatrixTiles inputsFromUnits) {
        static ByInputs of(Network network, Batch batch, int losses, FloatPool pool) {
            int channels = network.channels();
            MatrixTiles back = MatrixTiles.of(
                    channels,
                    network.size(),
                    (channel, unit) -> network.alpha()[unit] * network.wIn()[unit * channels + channel]);
            return new ByInputs(InputGradients.of(batch, losses, pool), back);
        }
    }
}
