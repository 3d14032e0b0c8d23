package org.dalescope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dalescope.model.training.FitControl;

/** Handles Ctrl-C on the command line: it requests a stop and waits until the running work is saved. */
final class InterruptHandler implements AutoCloseable {
    private static final long SAVING_SECONDS = 30;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook;

    private InterruptHandler(FitControl stop) {
        this.hook = new Thread(() -> save(stop), "save-on-exit");
    }

    /** Registers the handler. Until {@link #close}, the program waits at its end until the work is saved. */
    static InterruptHandler raise(FitControl stop) {
        InterruptHandler exit = new InterruptHandler(stop);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    private void save(FitControl stop) {
        stop.raise();
        try {
            if (!saved.await(SAVING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("dalescope: saving took too long; the last checkpoint is kept.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        saved.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyExiting) {
            // The hook is already running and will now end.
        }
    }
}
