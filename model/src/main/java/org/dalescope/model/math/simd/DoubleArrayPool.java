package org.dalescope.model.math.simd;

import java.util.ArrayList;
import java.util.List;

/**
 * A pool of a few large arrays that the numerical kernels of training steps reuse. Java clears a new matrix of all
 * pairs of trials on one thread, which takes longer than many threads need to fill it. Sizes may change with every
 * step: if no pooled array fits, the pool drops all of them.
 */
public final class DoubleArrayPool {
    private static final int KEPT = 2;

    private final List<double[]> free = new ArrayList<>();

    /** An array of at least this length and about twice it at most, with undefined contents. */
    public synchronized double[] take(int length) {
        int best = -1;
        for (int i = 0; i < free.size(); i++) {
            int own = free.get(i).length;
            boolean fits = own >= length && own / 2 <= length;
            if (fits && (best < 0 || own < free.get(best).length)) {
                best = i;
            }
        }
        if (best < 0) {
            free.clear();
            return new double[length];
        }
        return free.remove(best);
    }

    /** Returns an array that is no longer used to the pool. If the pool is full, it drops its oldest array. */
    public synchronized void give(double[] array) {
        if (free.size() == KEPT) {
            free.removeFirst();
        }
        free.add(array);
    }
}
