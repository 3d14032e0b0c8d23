package org.dalescope.model.engine.libtorch;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.model.common.InputError;

/**
 * How many trials go through a device together. Once its memory ran out they are fewer, and a block's activity is no longer kept
 * from the forward pass to the backward pass but made again there, from the same noise: then only one block lies on the device.
 */
final class TrialBlocks {
    private int most;
    private boolean kept = true;

    TrialBlocks(int most) {
        this.most = most;
    }

    synchronized int most() {
        return most;
    }

    /** Whether all blocks stay on the device between the passes. */
    synchronized boolean areKept() {
        return kept;
    }

    /** What an engine's description says of it; empty while memory suffices. */
    synchronized String words() {
        return kept ? "" : ", " + most + " trials at a time (its memory ran out with more)";
    }

    /**
     * Does work that puts trials on the device, again with smaller blocks as long as memory runs out.
     *
     * @param trials of the whole batch
     * @throws InputError where not even one trial fits
     */
    <R> R fitting(int trials, Supplier<R> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException broken) {
                if (!isOutOfMemory(broken)) {
                    throw broken;
                }
                shrink(trials, broken);
            }
        }
    }

    private synchronized void shrink(int trials, RuntimeException broken) {
        int now = Math.min(most, trials);
        if (!kept && now == 1) {
            throw new InputError(
                    "The GPU's memory does not hold one trial: end other programs on it, or take --device cpu.",
                    broken);
        }
        most = kept && now == 1 ? 1 : now / 2;
        kept = false;
    }

    /** By libtorch's words: its exceptions all have one class. */
    static boolean isOutOfMemory(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                        .map(message -> message.toLowerCase(Locale.ROOT))
                        .filter(message -> message.contains("out of memory"))
                        .isPresent()
                || Optional.ofNullable(thrown.getCause())
                        .map(TrialBlocks::isOutOfMemory)
                        .orElse(false);
    }
}
