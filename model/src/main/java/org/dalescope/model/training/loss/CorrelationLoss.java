package org.dalescope.model.training.loss;

import java.util.Arrays;
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
public record CorrelationLoss(SmoothedBins bins, ZScores target, NeuronLossSettings settings) implements PsthLoss {
    private static final double RATE_FLOOR = 1e-3;

    /** The loss for the first PSTH of the statistics. */
    public static CorrelationLoss of(Psth data, NeuronLossSettings settings, double binMs) {
        return of(0, data, settings, binMs);
    }

    /** The loss for one PSTH of the statistics with respect to a data PSTH. */
    public static CorrelationLoss of(int group, Psth data, NeuronLossSettings settings, double binMs) {
        return of(
                SmoothedBins.of(group, data, settings.minimumTrials(), settings.smoothingMs(), binMs), data, settings);
    }

    /** The loss for compared bins with respect to a data PSTH. */
    public static CorrelationLoss of(SmoothedBins bins, Psth data, NeuronLossSettings settings) {
        ZScores target = ZScores.of(bins.of(data.mean()), bins.bins(), bins.neurons(), settings.zFloor());
        return new CorrelationLoss(bins, target, settings);
    }

    @Override
    public double add(double[] psth, double weight, double[] byPsth) {
        if (bins.bins() < 2) {
            return 0;
        }
        int neurons = bins.neurons();
        ZScores model = ZScores.of(psth, bins.bins(), neurons, settings.zFloor());
        double[] gradient = new double[psth.length];
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
        for (int i = 0; i < gradient.length; i++) {
            byPsth[i] += weight * gradient[i];
        }
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
