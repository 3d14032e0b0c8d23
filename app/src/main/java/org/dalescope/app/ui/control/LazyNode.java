package org.dalescope.app.ui.control;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Postpones work of the window: a part is created on first use, on the window's thread, so that hidden parts cost no
 * time at the start.
 *
 * @param <T> the type of the part
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

    /** The part; empty until its first use. */
    public Optional<T> made() {
        return made;
    }
}
