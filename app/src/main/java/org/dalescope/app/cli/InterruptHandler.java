package org.dalescope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dalescope.model.training.FitControl;

/** Ctrl-C raises the signal and waits for what runs to save itself. */
final class InterruptHandler implements AutoCloseable {
    private static final long SAVING_SECONDS = 30;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook;

    private InterruptHandler(FitControl stop) {
        this.hook = new Thread(() -> save(stop), "save-on-exit");
    }

    /** From here to {@link #close}, the end of the program waits. */
    static InterruptHandler raise(FitControl stop) {
        InterruptHandler exit = new InterruptHandler(stop);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    private void save(FitControl stop) {
        stop.raise();
        try {
            if (!saved.await(SAVING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("dalescope: saving took too long; the last checkpoint stays.");
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
            // The hook is running and has nothing left to wait for.
        }
    }
}
