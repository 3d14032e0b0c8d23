package org.dalescope.model.common;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A general-purpose immutable list that appends an element without copying: the longer list shares the elements of the
 * shorter one. Appending to a list that is not the longest one copies it. Any thread may read a list.
 */
public final class AppendOnlyList<E> extends AbstractList<E> implements RandomAccess {
    private static final int LEAST = 16;

    /**
     * The elements of all lists that grew from one another. The array may be replaced by a longer one, but its elements
     * below {@code used} never change.
     */
    private static final class Shared {
        private Object[] elements;
        private int used;

        Shared(Object[] elements, int used) {
            this.elements = elements;
            this.used = used;
        }
    }

    private final Shared shared;
    private final Object[] elements;
    private final int size;

    private AppendOnlyList(Shared shared, Object[] elements, int size) {
        this.shared = shared;
        this.elements = elements;
        this.size = size;
    }

    /** A list with the elements of another list, which is copied unless it is an AppendOnlyList already. */
    public static <E> AppendOnlyList<E> of(List<E> other) {
        if (other instanceof AppendOnlyList<E> same) {
            return same;
        }
        Object[] copy = Arrays.copyOf(other.toArray(), Math.max(LEAST, other.size()));
        return new AppendOnlyList<>(new Shared(copy, other.size()), copy, other.size());
    }

    /** This list with one more element. */
    public AppendOnlyList<E> plus(E element) {
        Objects.requireNonNull(element);
        synchronized (shared) {
            if (shared.used != size) {
                Object[] copy = Arrays.copyOf(elements, Math.max(LEAST, 2 * size));
                Arrays.fill(copy, size, copy.length, null);
                return new AppendOnlyList<E>(new Shared(copy, size), copy, size).plus(element);
            }
            if (shared.elements.length == size) {
                shared.elements = Arrays.copyOf(shared.elements, 2 * size);
            }
            shared.elements[size] = element;
            shared.used++;
            return new AppendOnlyList<>(shared, shared.elements, size + 1);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        return (E) elements[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
