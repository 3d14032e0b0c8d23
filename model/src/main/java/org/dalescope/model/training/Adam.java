package org.dalescope.model.training;

/**
 * The state of the Adam optimiser with PyTorch's update rule (Kingma and Ba 2015; epsilon is added after the bias
 * correction of the second moment).
 *
 * @param first running mean of the gradient
 * @param second running mean of its square
 */
public record Adam(double[] first, double[] second) {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    public static Adam of(int length) {
        return new Adam(new double[length], new double[length]);
    }

    /**
     * Applies one step, in place.
     *
     * @param step number of this step, from 1
     * @param rates learning rate of every parameter
     */
    public void step(double[] parameters, double[] gradient, double[] rates, long step) {
        double correction1 = 1 - Math.pow(BETA_1, (double) step);
        double correction2 = Math.sqrt(1 - Math.pow(BETA_2, (double) step));
        for (int i = 0; i < parameters.length; i++) {
            first[i] = BETA_1 * first[i] + (1 - BETA_1) * gradient[i];
            second[i] = BETA_2 * second[i] + (1 - BETA_2) * gradient[i] * gradient[i];
            double denominator = Math.sqrt(second[i]) / correction2 + EPSILON;
            parameters[i] -= rates[i] / correction1 * first[i] / denominator;
        }
    }
}
