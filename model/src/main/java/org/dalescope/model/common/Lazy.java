package org.dalescope.model.common;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A general-purpose value that is computed once, when a caller first asks for it, on the thread of that caller. Safe
 * for several threads.
 */
public final class Lazy<T> {
    private @Nullable Supplier<T> source;
    private @Nullable T value;

    private Lazy(@Nullable Supplier<T> source, @Nullable T value) {
        this.source = source;
        this.value = value;
    }

    /**
     * A value that is computed later.
     *
     * @param source gives the value; always the same value, and never null
     */
    public static <T> Lazy<T> of(Supplier<T> source) {
        return new Lazy<>(source, null);
    }

    /** A value that is already known. */
    public static <T> Lazy<T> done(T value) {
        return new Lazy<>(null, value);
    }

    /** The value. */
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = Objects.requireNonNull(source).get();
            value = known;
            source = null;
        }
        return known;
    }
}
