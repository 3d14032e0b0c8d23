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
 * What a fit does where its folder cannot be written, because the disk is full, read-only or gone: it says so once, waits, tries
 * again, and goes on as if nothing had happened. What was in the folder stays as it is.
 *
 * @param waits whether to wait at all
 * @param say what a person should know, a sentence each
 */
public record StorageRetry(boolean waits, Consumer<String> say) {
    /** Refuses at once. */
    public static final StorageRetry NONE = new StorageRetry(false, sentence -> {});

    private static final long PAUSE_MS = 500;

    /** Waits until there is room, or until the fit is stopped. */
    public static StorageRetry saying(Consumer<String> say) {
        return new StorageRetry(true, say);
    }

    /**
     * Writes, again and again until it goes well.
     *
     * @throws UserError where it cannot be written and the fit is stopped, or nobody waits
     */
    void until(RunFolder run, FitControl stop, Runnable write) {
        get(run, stop, () -> {
            write.run();
            return true;
        });
    }

    /** The same with a result. */
    <T> T get(RunFolder run, FitControl stop, Supplier<T> write) {
        String said = "";
        while (true) {
            try {
                present(run);
                T result = write.get();
                if (!said.isEmpty()) {
                    say.accept("The folder can be written again: the fit goes on.");
                }
                return result;
            } catch (UserError refusal) {
                if (!waits || !(refusal.getCause() instanceof IOException) || stop.isRaised()) {
                    throw refusal;
                }
                String why = Files.notExists(run.runJson()) ? gone(run) : refusal.sentence();
                if (!said.equals(why)) {
                    said = why;
                    say.accept("Paused: " + why + " The fit waits and goes on when it can be written.");
                }
                pause(refusal);
            }
        }
    }

    /** A drive that went away leaves an empty place; to write there would hide what comes back with the drive. */
    private static void present(RunFolder run) {
        if (Files.notExists(run.runJson())) {
            throw new StorageError(gone(run), new IOException("no run.json"));
        }
    }

    private static String gone(RunFolder run) {
        return run.folder() + " is gone: bring its drive back, or stop the fit.";
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
