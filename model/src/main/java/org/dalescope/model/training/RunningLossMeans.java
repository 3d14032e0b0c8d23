package org.dalescope.model.training;

/**
 * The running means of the losses L_neuron and L_trial over training steps, for balancing by loss.
 *
 * @param neuron NaN before the first step
 * @param trial NaN before the first step
 */
public record RunningLossMeans(double neuron, double trial) {
    /** The least magnitude of a mean. A likelihood can be negative or pass through 0, so magnitudes are used. */
    private static final double FLOOR = 1e-8;

    static RunningLossMeans none() {
        return new RunningLossMeans(Double.NaN, Double.NaN);
    }

    /** The means after a step with these losses: mean = decay mean + (1 - decay) loss, starting with the first loss. */
    RunningLossMeans after(double lNeuron, double lTrial, double decay) {
        return new RunningLossMeans(next(neuron, lNeuron, decay), next(trial, lTrial, decay));
    }

    /** The factor of L_neuron. */
    double neuronFactor() {
        return 1 / Math.max(Math.abs(neuron), FLOOR);
    }

    /** The factor of L_trial, without its scale. */
    double trialFactor() {
        return 1 / Math.max(Math.abs(trial), FLOOR);
    }

    private static double next(double mean, double value, double decay) {
        return Double.isNaN(mean) ? value : decay * mean + (1 - decay) * value;
    }
}
