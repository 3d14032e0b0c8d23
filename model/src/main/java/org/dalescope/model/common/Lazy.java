package org.dalescope.model.common;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A general-purpose value that is computed once, when a caller first asks for it, on the thread of that caller. Safe
 * for several threads.
 */
public final class Lazy<T> {
    private final Supplier<? extends T> source;
    private Optional<T> value = Optional.empty();

    private Lazy(Supplier<? extends T> source) {
        this.source = source;
    }

    /**
     * A value that is computed later.
     *
     * @param source gives the value, once; never null
     */
    public static <T> Lazy<T> of(Supplier<? extends T> source) {
        return new Lazy<>(source);
    }

    /** The value. */
    public synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(source.get());
        }
        return value.get();
    }

    /** The value; empty until it was first asked for. */
    public synchronized Optional<T> known() {
        return value;
    }
}
