package org.dalescope.model.network;

import java.util.Arrays;
import java.util.Optional;

/**
 * The input weights that exist and their signs: which column of W_in drives which unit. A weight that is ruled out is
 * exactly 0 and has no gradient. A weight with a given sign s is s log(1 + exp(raw)).
 *
 * @param allowed {@code [unit][column]}; empty if all weights exist
 * @param signs the sign of all weights of a column, 1 or -1; 0 if they may have both signs; empty if all may
 */
public record InputMask(Optional<boolean[]> allowed, int[] signs) {
    /** The mask that rules nothing out. */
    public static final InputMask EVERYTHING = new InputMask(Optional.empty(), new int[0]);

    public InputMask {
        allowed = allowed.map(boolean[]::clone);
        signs = signs.clone();
    }

    @Override
    public Optional<boolean[]> allowed() {
        return allowed.map(boolean[]::clone);
    }

    @Override
    public int[] signs() {
        return signs.clone();
    }

    /**
     * The mask for inputs that repeat the channels several times, as delays do.
     *
     * @param byChannel {@code [unit][channel]}
     * @param signs the sign of all weights of a channel; 0 for both signs
     * @param repeats how often the channels are repeated, all of them each time
     */
    public static InputMask repeated(boolean[] byChannel, int[] signs, int repeats) {
        int channels = signs.length;
        boolean[] all = new boolean[byChannel.length * repeats];
        int width = channels * repeats;
        for (int i = 0; i < all.length; i++) {
            all[i] = byChannel[i / width * channels + i % width % channels];
        }
        int[] columns = new int[width];
        Arrays.setAll(columns, column -> signs[column % channels]);
        boolean free = Arrays.stream(columns).allMatch(sign -> sign == 0);
        return new InputMask(Optional.of(all), free ? new int[0] : columns);
    }

    /** Converts raw weights, {@code [unit][column]}, to weights, in place. */
    void apply(double[] raw) {
        for (int i = 0; i < raw.length && signs.length > 0; i++) {
            int sign = signs[i % signs.length];
            raw[i] = sign == 0 ? raw[i] : sign * TauTransform.softplus(raw[i]);
        }
        clear(raw, 0);
    }

    /**
     * Converts a gradient with respect to the weights to one with respect to the raw weights, in place.
     *
     * @param raw all raw parameters
     * @param offset the first raw weight, and the first number of the gradient
     */
    void pullBack(double[] raw, double[] gradient, int offset, int length) {
        for (int i = 0; i < length && signs.length > 0; i++) {
            int sign = signs[i % signs.length];
            gradient[offset + i] *= sign == 0 ? 1 : sign / (1 + Math.exp(-raw[offset + i]));
        }
        clear(gradient, offset);
    }

    /** Sets the values of weights that are ruled out to 0, in place. */
    private void clear(double[] weights, int offset) {
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
