package org.dalescope.model.run.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.training.FitControl;

/**
 * Decides what a running fit does when its run folder cannot be written because the disk is full, read-only or not
 * available. The fit reports this once, waits, tries again, and continues when writing succeeds. The content of the
 * folder stays as it is.
 *
 * @param waits whether to wait and try again
 * @param say receives messages for the user, one sentence each
 */
public record StorageRetry(boolean waits, Consumer<String> say) {
    /** Throws the error at once. */
    public static final StorageRetry NONE = new StorageRetry(false, sentence -> {});

    private static final long PAUSE_MS = 500;

    /** Waits until the folder can be written, or until the fit is stopped. */
    public static StorageRetry saying(Consumer<String> say) {
        return new StorageRetry(true, say);
    }

    /**
     * Writes, and tries again until it succeeds.
     *
     * @throws UserError if the folder cannot be written and the fit is stopped or does not wait
     */
    void retryUntil(RunFolder run, FitControl stop, Runnable write) {
        get(run, stop, () -> {
            write.run();
            return true;
        });
    }

    /** Like {@link #retryUntil}, with a result. */
    <T> T get(RunFolder run, FitControl stop, Supplier<T> write) {
        String said = "";
        while (true) {
            try {
                present(run);
                T result = write.get();
                if (!said.isEmpty()) {
                    say.accept("The folder can be written again. The fit continues.");
                }
                return result;
            } catch (UserError refusal) {
                if (!waits || !(refusal.getCause() instanceof IOException) || stop.isRaised()) {
                    throw refusal;
                }
                String why = Files.notExists(run.runJson()) ? gone(run) : refusal.sentence();
                if (!said.equals(why)) {
                    said = why;
                    say.accept("Paused: " + why + " The fit waits and continues when the folder can be written.");
                }
                pause(refusal);
            }
        }
    }

    /**
     * Checks that the run folder exists. A removed drive can leave an empty mount point, and files written there
     * would hide the run when the drive returns.
     */
    private static void present(RunFolder run) {
        if (Files.notExists(run.runJson())) {
            throw new StorageError(gone(run), new IOException("no run.json"));
        }
    }

    private static String gone(RunFolder run) {
        return run.folder() + " is not available. Reconnect its drive, or stop the fit.";
    }

    private static void pause(UserError refusal) {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
