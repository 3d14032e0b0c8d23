package org.dalescope.model.math.simd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A pool of plain float arrays for numerical kernels, so that the state of a batch is not cleared and garbage-collected
 * every few milliseconds.
 */
public final class FloatArrayPool {
    private final Map<Integer, Deque<float[]>> free = new HashMap<>();

    /** An array with undefined contents. */
    public synchronized float[] take(int length) {
        Deque<float[]> own = free.get(length);
        return own == null || own.isEmpty() ? new float[length] : own.pop();
    }

    public synchronized void give(float[] array) {
        free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
    }
}
