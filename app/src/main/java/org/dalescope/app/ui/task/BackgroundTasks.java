package org.dalescope.app.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dalescope.app.ui.notification.Notifications;

/**
 * Runs background tasks of the window on other threads. Inputs are captured first, the result is delivered on the
 * window's thread, and errors become messages.
 *
 * @param elsewhere runs work on a background thread
 * @param window runs work on the window's thread
 */
public record BackgroundTasks(Executor elsewhere, Executor window) {
    /** Background tasks on named daemon threads. */
    public static BackgroundTasks on(Executor window) {
        return new BackgroundTasks(
                work -> Thread.ofPlatform().name("background").daemon().start(work), window);
    }

    public <T> void run(Callable<T> work, Consumer<T> done, Notifications notices) {
        elsewhere.execute(() -> {
            try {
                T result = work.call();
                window.execute(() -> done.accept(result));
            } catch (Exception | LinkageError wrong) {
                notices.show(wrong);
            }
        });
    }
}
