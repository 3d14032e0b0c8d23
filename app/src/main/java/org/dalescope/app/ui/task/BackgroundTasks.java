package org.dalescope.app.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dalescope.app.ui.notification.Notifications;

/**
 * Work away from the window's thread: inputs are captured before, the result is handed over on the window's thread, and
 * what goes wrong becomes a message.
 *
 * @param elsewhere runs work on a thread of its own
 * @param window runs work on the window's thread
 */
public record BackgroundTasks(Executor elsewhere, Executor window) {
    /** Named daemon threads. */
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
