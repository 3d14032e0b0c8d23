package org.dalescope.app.ui.task;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is first wanted, on the window's thread: what nobody looks at yet costs no time at the start.
 *
 * @param <T> what it is
 */
public final class LazyNode<T> implements Supplier<T> {
    private final Supplier<? extends T> making;
    private Optional<T> made = Optional.empty();

    public LazyNode(Supplier<? extends T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(making.get());
        }
        return made.get();
    }

    /** Empty as long as nobody wanted it. */
    public Optional<T> made() {
        return made;
    }
}
