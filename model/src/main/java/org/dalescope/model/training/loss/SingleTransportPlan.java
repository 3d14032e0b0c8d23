package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.DoubleArrayPool;
import org.dalescope.model.math.simd.MatchingWeights;

/** A transport plan between all trials, with uniform marginals. It is kept in the form of its solver. */
public record SingleTransportPlan(int iterations, MatchingWeights.Measures measures, MatchingWeights weights)
        implements TransportPlan {
    static SingleTransportPlan of(int iterations, MatchingWeights weights) {
        return new SingleTransportPlan(iterations, weights.measure(), weights);
    }

    @Override
    public double total() {
        return measures.total();
    }

    @Override
    public double paid() {
        return measures.paid();
    }

    @Override
    public double marginalError() {
        return measures.rowError();
    }

    @Override
    public double effectiveMatches() {
        return measures.effectiveMatches();
    }

    @Override
    public void release(DoubleArrayPool pool) {
        weights.release(pool);
    }

    @Override
    public double[] plan() {
        return weights.plan();
    }
}
