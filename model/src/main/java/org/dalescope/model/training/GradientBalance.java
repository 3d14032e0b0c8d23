package org.dalescope.model.training;

/**
 * The combination of the gradients of L_neuron and L_trial in a training step.
 *
 * @param total the gradient for the optimiser, before L_reg and clipping
 * @param neuronNorm NaN if the gradients were not computed separately
 * @param cosine cosine between the two gradients; NaN without L_trial or if they were not computed separately
 */
public record GradientBalance(double[] total, double neuronNorm, double trialNorm, double cosine) {
    private static final double NORM_FLOOR = 1e-8;

    /** The gradient of L_neuron alone. */
    public static GradientBalance of(double[] neuron) {
        return new GradientBalance(neuron, norm(neuron), Double.NaN, Double.NaN);
    }

    /** A gradient that was computed for the weighted sum of both losses, so that the two norms are not known. */
    public static GradientBalance ofSum(double[] total) {
        return new GradientBalance(total, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The combination g_neuron + s |g_neuron| / (|g_trial| + 1e-8) g_trial. */
    public static GradientBalance of(double[] neuron, double[] trial, double scale) {
        double neuronNorm = norm(neuron);
        double trialNorm = norm(trial);
        double factor = scale * neuronNorm / (trialNorm + NORM_FLOOR);
        double[] total = new double[neuron.length];
        double dot = 0;
        for (int i = 0; i < total.length; i++) {
            total[i] = neuron[i] + factor * trial[i];
            dot += neuron[i] * trial[i];
        }
        double product = neuronNorm * trialNorm;
        return new GradientBalance(total, neuronNorm, trialNorm, product > 0 ? dot / product : Double.NaN);
    }

    /** The combination with a further gradient that has its own weight. */
    public GradientBalance plus(double[] further) {
        double[] sum = total.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += further[i];
        }
        return new GradientBalance(sum, neuronNorm, trialNorm, cosine);
    }

    /** Scales a gradient down to a maximum norm, like PyTorch's clip_grad_norm_. */
    public static void clip(double[] gradient, double most) {
        double factor = most / (norm(gradient) + 1e-6);
        if (factor < 1) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }

    /** The Euclidean norm. */
    public static double norm(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
