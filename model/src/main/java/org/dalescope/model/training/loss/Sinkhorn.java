package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.MatrixMedian;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.simd.SinkhornState;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * Entropic optimal transport in the log domain (Cuturi 2013; stabilised by absorption, Schmitzer 2019): potentials take up
 * what would under- or overflow, so that a small epsilon gives a sharp plan and never a plan of zeros. Between absorptions
 * an iteration is one pass over the kernel. What a pass does is {@link SinkhornState}'s.
 */
public final class Sinkhorn {
    private static final double ABSORB_BEYOND = 1e50;
    private static final int ABSORB_EVERY = 50;
    /** No error is within it: the first step at an epsilon is always done. */
    private static final double NOTHING = -1;

    private final SinkhornState scaling;

    private Sinkhorn(PaddedMatrix cost, WorkerThreads workers) {
        this.scaling = new SinkhornState(cost, workers);
    }

    /** Runs a fixed epsilon from zero potentials. */
    public static SingleTransportPlan solve(
            PaddedMatrix cost, double epsilon, int iterations, double tolerance, WorkerThreads workers) {
        Sinkhorn sinkhorn = new Sinkhorn(cost, workers);
        int used = sinkhorn.iterate(epsilon, iterations, tolerance);
        return sinkhorn.plan(used);
    }

    /** Anneals from the median cost down to its share {@code epsilon}, keeping the potentials. */
    public static SingleTransportPlan solveRelative(
            PaddedMatrix cost, double epsilon, int iterations, double tolerance, WorkerThreads workers) {
        Sinkhorn sinkhorn = new Sinkhorn(cost, workers);
        double median = MatrixMedian.of(cost, workers);
        double target = Math.max(epsilon * median, Double.MIN_NORMAL);
        int used = 0;
        for (double coarse = median; coarse > 2 * target && used < iterations; coarse /= 4) {
            used += sinkhorn.iterate(coarse, Math.min(5, iterations - used), tolerance);
        }
        used += sinkhorn.iterate(target, Math.max(1, iterations - used), tolerance);
        return sinkhorn.plan(used);
    }

    private int iterate(double epsilon, int iterations, double tolerance) {
        int done = 0;
        while (done < iterations && !scaling.logStep(epsilon, done == 0 ? NOTHING : tolerance)) {
            done++;
            int allowed = Math.min(iterations - done, ABSORB_EVERY);
            int scaled = scale(allowed, tolerance);
            scaling.absorb();
            done += scaled;
        }
        return done;
    }

    /** Scaling iterations on the current kernel until converged, absorbed by size, or as many as allowed. */
    private int scale(int allowed, double tolerance) {
        int done = 0;
        while (done < allowed && !(scaling.scale() <= tolerance) && scaling.accept(ABSORB_BEYOND)) {
            done++;
        }
        return done;
    }

    private SingleTransportPlan plan(int iterations) {
        return SingleTransportPlan.of(iterations, scaling);
    }
}
