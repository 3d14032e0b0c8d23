package org.dalescope.model.training.loss;

import org.dalescope.model.math.simd.DoubleArrayPool;
import org.dalescope.model.math.simd.MatchingWeights;

/** A plan between all trials there are, uniform marginals. It is kept as its solver has it. */
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
