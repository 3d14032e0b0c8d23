package org.dalescope.model.network.embedding;

import java.util.List;

/**
 * An input embedding without parameters that gives every channel several times, each time with another delay: number
 * d K + k of e_t is channel k of the K channels, delay d bins earlier. Before a trial's first bin, a channel has its
 * first value. A delay between two bins is interpolated linearly.
 *
 * @param channels length of u_t
 * @param delayBins delays in bins, not negative, in the order of e_t
 */
public record InputDelays(int channels, double[] delayBins) implements InputEmbedding {
    /** The name in {@code parameters.npz} of the channel of every column of W_in, counted from 0. */
    public static final String CHANNEL = "input_channel";

    /** The name in {@code parameters.npz} of the delay of every column of W_in, in bins. */
    public static final String DELAY = "input_delay_bins";

    /** The name in {@code parameters.npz} of the time constant of every column's filter, ms; 0 means none. */
    public static final String TAU = "input_tau_ms";

    public InputDelays {
        delayBins = delayBins.clone();
    }

    @Override
    public double[] delayBins() {
        return delayBins.clone();
    }

    @Override
    public int dimension() {
        return channels * delayBins.length;
    }

    /** The channel of a number of e_t. */
    public int channel(int column) {
        return column % channels;
    }

    /** The delay of a number of e_t, bins. */
    public double delay(int column) {
        return delayBins[column / channels];
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public EmbeddingPass pass() {
        return new InputDelaysPass(this);
    }
}
