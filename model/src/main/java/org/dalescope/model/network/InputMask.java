package org.dalescope.model.network;

import java.util.Optional;

/**
 * The input weights that exist: which column of W_in drives which unit. A weight that is ruled out is exactly 0 and
 * has no gradient.
 *
 * @param allowed {@code [unit][column]}; empty if all weights exist
 */
public record InputMask(Optional<boolean[]> allowed) {
    /** The mask that rules nothing out. */
    public static final InputMask EVERYTHING = new InputMask(Optional.empty());

    public InputMask {
        allowed = allowed.map(boolean[]::clone);
    }

    @Override
    public Optional<boolean[]> allowed() {
        return allowed.map(boolean[]::clone);
    }

    /**
     * The mask for inputs that repeat the channels several times, as delays do.
     *
     * @param byChannel {@code [unit][channel]}
     * @param repeats how often the channels are repeated, all of them each time
     */
    public static InputMask repeated(boolean[] byChannel, int channels, int repeats) {
        boolean[] all = new boolean[byChannel.length * repeats];
        int width = channels * repeats;
        for (int i = 0; i < all.length; i++) {
            all[i] = byChannel[i / width * channels + i % width % channels];
        }
        return new InputMask(Optional.of(all));
    }

    /** Sets the values of weights that are ruled out to 0, in place. */
    void clear(double[] weights, int offset) {
        allowed.ifPresent(exists -> {
            for (int i = 0; i < exists.length; i++) {
                if (!exists[i]) {
                    weights[offset + i] = 0;
                }
            }
        });
    }

    /** The number of weights that are ruled out. */
    public int ruledOut() {
        int count = 0;
        for (boolean exists : allowed.orElseGet(() -> new boolean[0])) {
            count += exists ? 0 : 1;
        }
        return count;
    }
}
