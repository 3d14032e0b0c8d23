package org.dalescope.model.engine.libtorch;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.model.common.InputError;

/**
 * Controls how many trials run on a libtorch device together. After the device's memory runs out, the blocks of trials
 * are smaller, and only one block at a time is on the device. The activity of a block is then not kept for the backward
 * pass, which computes it again from the same noise.
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

    /** The text for the engine's description; empty as long as the memory is sufficient. */
    synchronized String words() {
        return kept ? "" : ", " + most + " trials at a time (its memory ran out with more)";
    }

    /**
     * Runs work that puts trials on the device, and repeats it with smaller blocks as long as memory runs out.
     *
     * @param trials number of trials of the whole batch
     * @throws InputError if not even one trial fits
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
                    "The GPU's memory is too small for one trial: close other programs that use it, or use"
                            + " --device cpu.",
                    broken);
        }
        most = kept && now == 1 ? 1 : now / 2;
        kept = false;
    }

    /**
     * Whether an exception means that memory ran out. The message decides, because all exceptions of libtorch have the
     * same class.
     */
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
