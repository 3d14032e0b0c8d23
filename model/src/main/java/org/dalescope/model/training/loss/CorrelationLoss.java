package org.dalescope.model.training.loss;

import java.util.Arrays;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.settings.NeuronLossSettings;

/**
 * The loss L_neuron as a difference of z-scored PSTHs: the mean over neurons and bins of (z(model PSTH) - z(data
 * PSTH))^2, plus squared relative errors of each PSTH's mean and standard deviation over time (docs/science.md section
 * 3).
 *
 * @param bins the compared bins of the PSTH
 * @param target the kept bins of the data's PSTH, smoothed and z-scored
 */
public record CorrelationLoss(SmoothedBins bins, ZScores target, NeuronLossSettings settings) implements Loss {
    private static final double RATE_FLOOR = 1e-3;

    /** The loss for the first PSTH of the statistics. */
    public static CorrelationLoss of(Psth data, NeuronLossSettings settings, double binMs) {
        return of(0, data, settings, binMs);
    }

    /** The loss for one PSTH of the statistics with respect to a data PSTH. */
    public static CorrelationLoss of(int group, Psth data, NeuronLossSettings settings, double binMs) {
        SmoothedBins bins = SmoothedBins.of(group, data, settings.minimumTrials(), settings.smoothingMs(), binMs);
        ZScores target = ZScores.of(bins.of(data.mean()), bins.bins(), bins.neurons(), settings.zFloor());
        return new CorrelationLoss(bins, target, settings);
    }

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] gradient = new double[statistics.psth().length];
        double value = 0;
        if (bins.bins() >= 2) {
            double[] psth = bins.ofGroup(statistics.psth(), statistics.bins());
            ZScores model = ZScores.of(psth, bins.bins(), bins.neurons(), settings.zFloor());
            double[] inner = new double[psth.length];
            value = value(model, inner);
            bins.pullBack(inner, gradient, statistics.bins());
        }
        return new LossValue(value, new StatisticsGradient(gradient, new double[0]));
    }

    /** Computes the loss and its derivatives with respect to the model's smoothed PSTHs. */
    private double value(ZScores model, double[] gradient) {
        int neurons = model.variables();
        double[] byMean = new double[neurons];
        double[] bySd = new double[neurons];
        double value = 0;
        for (int i = 0; i < gradient.length; i++) {
            double difference = model.z()[i] - target.z()[i];
            value += difference * difference / gradient.length;
            gradient[i] = 2 * difference / gradient.length;
        }
        for (int n = 0; n < neurons; n++) {
            double scale = relative(model.mean()[n], target.mean()[n]);
            double spread = relative(model.sd()[n], target.sd()[n]);
            value += (settings.meanWeight() * scale * scale + settings.sdWeight() * spread * spread) / neurons;
            byMean[n] = 2 * settings.meanWeight() * scale / (target.mean()[n] + RATE_FLOOR) / neurons;
            bySd[n] += 2 * settings.sdWeight() * spread / (target.sd()[n] + RATE_FLOOR) / neurons;
        }
        model.pullBack(gradient, byMean, bySd);
        return value;
    }

    /**
     * The relative error, which is 0 for neurons that are silent in these trials; otherwise it would dominate all
     * others.
     */
    private static double relative(double model, double data) {
        return data > RATE_FLOOR ? (model - data) / (data + RATE_FLOOR) : 0;
    }

    @Override
    public String toString() {
        return "CorrelationLoss on bins " + Arrays.toString(bins.kept());
    }
}
