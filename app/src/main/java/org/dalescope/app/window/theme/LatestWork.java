package org.dalescope.app.window.theme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Computes pictures away from the window's thread; only the newest of several wanted is computed and shown. */
public final class LatestWork {
    private final AtomicLong wanted = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pictures").daemon().factory());

    /**
     * Asks for work; called on the window's thread.
     *
     * @param work done elsewhere, on values that do not change
     * @param done given the result on the window's thread, unless something newer was asked for
     */
    public <T> void ask(Supplier<T> work, Consumer<T> done) {
        long mine = wanted.incrementAndGet();
        thread.execute(() -> {
            if (wanted.get() == mine) {
                T result = work.get();
                Platform.runLater(() -> {
                    if (wanted.get() == mine) {
                        done.accept(result);
                    }
                });
            }
        });
    }
}
