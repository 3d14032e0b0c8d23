package org.dalescope.model.loss;

import org.dalescope.model.kernel.DoublePool;
import org.dalescope.model.kernel.PairWeights;

/** A plan between all trials there are, uniform marginals. It is kept as its solver has it. */
public record WholePlan(int iterations, PairWeights.Measures measures, PairWeights weights) implements TransportPlan {
    static WholePlan of(int iterations, PairWeights weights) {
        return new WholePlan(iterations, weights.measure(), weights);
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
    public void release(DoublePool pool) {
        weights.release(pool);
    }

    @Override
    public double[] plan() {
        return weights.plan();
    }
}
