package org.dalescope.model.network;

import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.ParameterLayout.Name;

/**
 * Start values, in the flat vector of the network's parameters, of those that belong to an input embedding. Each number
 * of A u has the mean variance of the channels of u. The same holds for each number of an attention, as long as it weights all channels about equally.
 * c and a start at 0.
 */
final class EmbeddingInitialisation {
    /** The first free generator, after those for W (0) and W_in (1). */
    private static final int FIRST_GENERATOR = 2;

    private EmbeddingInitialisation() {}

    static void put(NetworkSpec spec, ParameterLayout layout, CounterRandom random, double[] raw) {
        double channels = Math.max(1, spec.channels());
        // A uniform number between -1 and 1 has the variance 1/3.
        double unit = Math.sqrt(3 / channels);
        put(layout, Name.EMBEDDING_WEIGHTS, random.at(FIRST_GENERATOR), unit, raw);
        put(layout, Name.ATTENTION_WEIGHTS, random.at(FIRST_GENERATOR + 1), unit, raw);
        put(layout, Name.ATTENTION_VALUES, random.at(FIRST_GENERATOR + 2), unit * channels, raw);
    }

    private static void put(ParameterLayout layout, Name name, CounterRandom random, double scale, double[] raw) {
        layout.block(name).ifPresent(block -> {
            for (int i = 0; i < block.length(); i++) {
                raw[block.offset() + i] = scale * (2 * random.uniform(i) - 1);
            }
        });
    }
}
