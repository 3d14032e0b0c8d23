package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.MatrixMedian;
import org.dalescope.model.math.simd.PaddedMatrix;
import org.dalescope.model.math.simd.SinkhornState;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * Solves entropic optimal transport in the log domain with Sinkhorn's iterations (Cuturi 2013; stabilised by
 * absorption, Schmitzer 2019). Potentials absorb factors that would underflow or overflow, so that a small epsilon
 * gives a sharp plan and never a plan of zeros. Between absorptions, an iteration is one pass over the Gibbs kernel;
 * {@link SinkhornState} does the pass.
 */
public final class Sinkhorn {
    private static final double ABSORB_BEYOND = 1e50;
    private static final int ABSORB_EVERY = 50;
    /** A tolerance that no error meets, so that the first step at an epsilon is always done. */
    private static final double NOTHING = -1;

    private final SinkhornState scaling;

    private Sinkhorn(PaddedMatrix cost, WorkerThreads workers) {
        this.scaling = new SinkhornState(cost, workers);
    }

    /** Solves with a fixed epsilon, starting from zero potentials. */
    public static SingleTransportPlan solve(
            PaddedMatrix cost, double epsilon, int iterations, double tolerance, WorkerThreads workers) {
        Sinkhorn sinkhorn = new Sinkhorn(cost, workers);
        int used = sinkhorn.iterate(epsilon, iterations, tolerance);
        return sinkhorn.plan(used);
    }

    /**
     * Solves with annealing: epsilon decreases from the median cost to the share {@code epsilon} of it, and the
     * potentials are kept.
     */
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

    /**
     * Runs scaling iterations on the current Gibbs kernel until they converge, the factors need absorption, or the
     * allowed number is reached.
     */
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
