package org.dalescope.app.ui.task;

import java.util.function.Consumer;

/** Lets only the newest of several requests be answered, whatever the order in which their answers come. Window's thread only. */
public final class LatestAnswer {
    private long asked;

    /** Nothing that was asked for is wanted any more. */
    public void none() {
        asked++;
    }

    /** A consumer that does nothing once a newer one was asked for. */
    public <T> Consumer<T> only(Consumer<T> done) {
        long mine = ++asked;
        return result -> {
            if (mine == asked) {
                done.accept(result);
            }
        };
    }
}
