package org.dalescope.app.ui.jobs;

import java.util.Optional;
import org.dalescope.model.training.FitControl;

/** Work on a named daemon thread that runs fits; its view model reads the newest state periodically. */
public abstract class BackgroundJob {
    /** Stops and pauses the fits. */
    protected final FitControl control = new FitControl();

    private final String threadName;
    private Optional<Thread> thread = Optional.empty();

    /** A job that is not started yet. */
    protected BackgroundJob(String threadName) {
        this.threadName = threadName;
    }

    /** Does the work, on the job's thread. */
    protected abstract void work();

    public final void start() {
        thread = Optional.of(Thread.ofPlatform().name(threadName).daemon().start(this::work));
    }

    /** Asks the fits to end after the current step; what is done so far is kept. */
    public final void stop() {
        control.raise();
    }

    /** Asks the fits to pause after the current epoch, or to continue. */
    public final void pause(boolean rest) {
        control.pause(rest);
    }

    /** Waits for the thread to end, so that the program does not leave an incomplete fit behind. */
    public final void join(long ms) throws InterruptedException {
        if (thread.isPresent()) {
            thread.get().join(ms);
        }
    }
}
