package org.dalescope.model.training.loss;

import org.dalescope.model.session.psth.Psth;

/**
 * The loss L_neuron as PSTH residuals in units of their standard error: the mean over neurons and bins of (model PSTH -
 * data PSTH)^2 / (v / n), with v the variance of a single trial's rate and n the valid trials of the bin (docs/science.md
 * section 3). It compares size and shape in one term, and a bin counts as much as its data are reliable.
 *
 * @param target the kept bins of the data's PSTH, smoothed, sp/s
 * @param precision n / v of every kept bin and neuron, 1 / (sp/s)^2
 */
public record PsthResidualLoss(SmoothedBins bins, double[] target, double[] precision) implements PsthLoss {
    /**
     * The loss for compared bins with respect to a data PSTH.
     *
     * @param variance variance of a single trial's rate, (sp/s)^2, {@code [bin][neuron]}, above 0
     */
    public static PsthResidualLoss of(SmoothedBins bins, Psth data, double[] variance) {
        int neurons = bins.neurons();
        double[] precision = new double[bins.bins() * neurons];
        for (int t = 0; t < bins.bins(); t++) {
            int bin = bins.kept()[t];
            for (int n = 0; n < neurons; n++) {
                precision[t * neurons + n] = data.trials()[bin] / variance[bin * neurons + n];
            }
        }
        return new PsthResidualLoss(bins, bins.of(data.mean()), precision);
    }

    @Override
    public double add(double[] model, double weight, double[] byModel) {
        double value = 0;
        for (int i = 0; i < model.length; i++) {
            double residual = model[i] - target[i];
            value += residual * residual * precision[i] / model.length;
            byModel[i] += weight * 2 * residual * precision[i] / model.length;
        }
        return value;
    }
}
