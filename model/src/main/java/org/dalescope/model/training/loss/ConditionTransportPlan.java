package org.dalescope.model.training.loss;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.math.simd.DoubleArrayPool;

/**
 * A set of transport plans, one per condition; the weight of a condition is its share of the matched trials.
 *
 * @param trials number of trials of the step, including those that are not matched in any condition
 */
public record ConditionTransportPlan(int trials, List<Part> parts) implements TransportPlan {

    /**
     * The transport plan of one condition.
     *
     * @param rows positions of the condition's trials among the step's trials
     * @param share share of the matched trials
     */
    public record Part(int[] rows, double share, SingleTransportPlan plan) {}

    private double mean(ToDoubleFunction<SingleTransportPlan> measure) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.share() * measure.applyAsDouble(part.plan());
        }
        return sum;
    }

    /** The largest number of iterations of a condition. */
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

    /** The error of the worst condition; NaN if any condition has NaN. */
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
