package org.dalescope.model.math.simd;

import java.util.ArrayList;
import java.util.List;

/**
 * A few large arrays used again from step to step: a matrix of all pairs of trials is cleared by one thread when it is made, which
 * takes longer than many threads take to fill it. Sizes may change with every step: what does not fit is not kept beside what does.
 */
public final class DoubleArrayPool {
    private static final int KEPT = 2;

    private final List<double[]> free = new ArrayList<>();

    /** An array of at least such a length, not more than twice it, with any contents. */
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

    /** Takes an array that nobody uses any more; the one that came first goes where there are too many. */
    public synchronized void give(double[] array) {
        if (free.size() == KEPT) {
            free.removeFirst();
        }
        free.add(array);
    }
}
