package org.dalescope.model.training.loss;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.math.simd.DoubleArrayPool;

/**
 * A plan for each condition; a condition weighs as much as its share of the matched trials.
 *
 * @param trials of the step, those included that no condition matches
 */
public record ConditionTransportPlan(int trials, List<Part> parts) implements TransportPlan {

    /**
     * A condition's plan.
     *
     * @param rows of the step's trials
     * @param share of the matched trials
     */
    public record Part(int[] rows, double share, SingleTransportPlan plan) {}

    private double mean(ToDoubleFunction<SingleTransportPlan> measure) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.share() * measure.applyAsDouble(part.plan());
        }
        return sum;
    }

    /** The most that a condition took. */
    @Override
    public int iterations() {
        return parts.stream().mapToInt(p -> p.plan().iterations()).max().orElse(0);
    }

    @Override
    public double total() {
        return mean(SingleTransportPlan::total);
    }

    @Override
    public double paid() {
        return mean(SingleTransportPlan::paid);
    }

    /** The worst condition's; NaN where there is one. */
    @Override
    public double marginalError() {
        double worst = 0;
        for (Part part : parts) {
            worst = Math.max(worst, part.plan().marginalError());
        }
        return worst;
    }

    @Override
    public double effectiveMatches() {
        return mean(SingleTransportPlan::effectiveMatches);
    }

    @Override
    public void release(DoubleArrayPool pool) {
        parts.forEach(part -> part.plan().release(pool));
    }

    @Override
    public double[] plan() {
        double[] plan = new double[trials * trials];
        for (Part part : parts) {
            double[] own = part.plan().plan();
            int size = part.rows().length;
            for (int i = 0; i < own.length; i++) {
                plan[part.rows()[i / size] * trials + part.rows()[i % size]] = part.share() * own[i];
            }
        }
        return plan;
    }
}
