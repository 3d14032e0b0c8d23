package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * The loss L_neuron as a Poisson likelihood: mean over valid bins of c - y log(c + 1e-8), with c the expected and y the
 * observed count of a bin, times the weight of the neuron (docs/science.md section 3). The engine computes the sum during the forward pass.
 */
public record PoissonLoss() implements Loss {
    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        Moments slope = new Moments(new double[0], new double[0], 1);
        return new LossValue(
                statistics.moments().poisson(), new StatisticsGradient(new double[0], new double[0], slope));
    }
}
