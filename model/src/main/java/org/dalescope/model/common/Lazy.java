package org.dalescope.model.common;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for, once, on the thread that asks. Safe for several threads. */
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
     * @param source gives the value; it does not change and never gives null
     */
    public static <T> Lazy<T> of(Supplier<T> source) {
        return new Lazy<>(source, null);
    }

    /** A value that is there already. */
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
