package org.dalescope.model.math.simd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Arrays used again from step to step: the state of a whole batch need not be cleared and collected every few milliseconds. */
public final class FloatArrayPool {
    private final Map<Integer, Deque<float[]>> free = new HashMap<>();

    /** An array with any contents. */
    public synchronized float[] take(int length) {
        Deque<float[]> own = free.get(length);
        return own == null || own.isEmpty() ? new float[length] : own.pop();
    }

    public synchronized void give(float[] array) {
        free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
    }
}
