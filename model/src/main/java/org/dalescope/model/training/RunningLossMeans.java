package org.dalescope.model.training;

/**
 * Running means of the losses, for balancing by them.
 *
 * @param neuron NaN before the first step
 * @param trial NaN before the first step
 */
public record RunningLossMeans(double neuron, double trial) {
    /** A likelihood can be negative or pass through 0; its size is what counts. */
    private static final double FLOOR = 1e-8;

    static RunningLossMeans none() {
        return new RunningLossMeans(Double.NaN, Double.NaN);
    }

    /** After a step with these losses: mean = decay mean + (1 - decay) loss, begun with the first. */
    RunningLossMeans after(double lNeuron, double lTrial, double decay) {
        return new RunningLossMeans(next(neuron, lNeuron, decay), next(trial, lTrial, decay));
    }

    /** What L_neuron is multiplied by. */
    double neuronFactor() {
        return 1 / Math.max(Math.abs(neuron), FLOOR);
    }

    /** What L_trial is multiplied by, before its scale. */
    double trialFactor() {
        return 1 / Math.max(Math.abs(trial), FLOOR);
    }

    private static double next(double mean, double value, double decay) {
        return Double.isNaN(mean) ? value : decay * mean + (1 - decay) * value;
    }
}
