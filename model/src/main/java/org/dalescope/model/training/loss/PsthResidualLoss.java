package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.settings.NeuronLossSettings;

/**
 * The loss L_neuron as PSTH residuals in units of their standard error: the mean over neurons and bins of (model PSTH -
 * data PSTH)^2 / (v / n), with v the variance of a single trial's rate and n the valid trials of the bin (docs/science.md
 * section 3). It compares size and shape in one term, and a bin counts as much as its data are reliable.
 *
 * @param target the kept bins of the data's PSTH, smoothed, sp/s
 * @param precision n / v of every kept bin and neuron, 1 / (sp/s)^2
 */
public record PsthResidualLoss(SmoothedBins bins, double[] target, double[] precision) implements Loss {
    /**
     * The loss for one PSTH of the statistics with respect to a data PSTH.
     *
     * @param variance variance of a single trial's rate, (sp/s)^2, {@code [bin][neuron]}, above 0
     */
    public static PsthResidualLoss of(
            int group, Psth data, double[] variance, NeuronLossSettings settings, double binMs) {
        SmoothedBins bins = SmoothedBins.of(group, data, settings.minimumTrials(), settings.smoothingMs(), binMs);
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
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] gradient = new double[statistics.psth().length];
        double[] model = bins.ofGroup(statistics.psth(), statistics.bins());
        double[] inner = new double[model.length];
        double value = 0;
        for (int i = 0; i < model.length; i++) {
            double residual = model[i] - target[i];
            value += residual * residual * precision[i] / model.length;
            inner[i] = 2 * residual * precision[i] / model.length;
        }
        bins.pullBack(inner, gradient, statistics.bins());
        return new LossValue(value, new StatisticsGradient(gradient, new double[0]));
    }
}
