package org.dalescope.app.ui.task;

import java.util.function.Consumer;

/**
 * A filter for the answers of background work: only the answer to the latest request is delivered, regardless of their
 * order. For the window's thread only.
 */
public final class LatestAnswer {
    private long asked;

    /** Cancels all requests. */
    public void none() {
        asked++;
    }

    /** A consumer that does nothing after a newer one was created. */
    public <T> Consumer<T> only(Consumer<T> done) {
        long mine = ++asked;
        return result -> {
            if (mine == asked) {
                done.accept(result);
            }
        };
    }
}
