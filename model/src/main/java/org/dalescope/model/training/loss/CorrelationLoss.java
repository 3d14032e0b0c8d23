package org.dalescope.model.training.loss;

import java.util.Arrays;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.settings.NeuronLossSettings;

/**
 * The loss L_neuron as a difference of z-scored PSTHs: the mean over neurons and bins of (z(model PSTH) - z(data
 * PSTH))^2, plus squared relative errors of each PSTH's mean and standard deviation over time (docs/science.md section
 * 3).
 *
 * @param group index of the PSTH among the statistics' PSTHs
 * @param kept bins with enough trials; the others are removed before smoothing
 * @param smoothing over the kept bins
 * @param target the kept bins of the data's PSTH, smoothed and z-scored
 */
public record CorrelationLoss(
        int group, int[] kept, TimeSmoothing smoothing, ZScores target, NeuronLossSettings settings) implements Loss {
    private static final double RATE_FLOOR = 1e-3;

    /** The loss for the first PSTH of the statistics. */
    public static CorrelationLoss of(Psth data, NeuronLossSettings settings, double binMs) {
        return of(0, data, settings, binMs);
    }

    /** The loss for one PSTH of the statistics with respect to a data PSTH. */
    public static CorrelationLoss of(int group, Psth data, NeuronLossSettings settings, double binMs) {
        int[] kept = data.binsWith(settings.minimumTrials());
        TimeSmoothing smoothing =
                TimeSmoothing.of(Smoothing.gaussian(settings.smoothingMs(), binMs), kept.length, data.neurons());
        ZScores target = zScores(data.mean(), 0, kept, smoothing, settings.zFloor());
        return new CorrelationLoss(group, kept, smoothing, target, settings);
    }

    /** The kept bins of {@code [bin][neuron]}, smoothed and z-scored. */
    private static ZScores zScores(double[] psth, int from, int[] kept, TimeSmoothing smoothing, double floor) {
        int neurons = smoothing.width();
        double[] values = new double[kept.length * neurons];
        for (int t = 0; t < kept.length; t++) {
            System.arraycopy(psth, from + kept[t] * neurons, values, t * neurons, neurons);
        }
        if (kept.length > 0) {
            smoothing.apply(values, 0, smoothing.buffer());
        }
        return ZScores.of(values, kept.length, neurons, floor);
    }

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] gradient = new double[statistics.psth().length];
        double value = 0;
        if (kept.length >= 2) {
            int neurons = smoothing.width();
            int from = group * statistics.bins() * neurons;
            ZScores model = zScores(statistics.psth(), from, kept, smoothing, settings.zFloor());
            double[] inner = new double[kept.length * neurons];
            value = value(model, inner);
            smoothing.pullBack(inner, 0, smoothing.buffer());
            for (int t = 0; t < kept.length; t++) {
                System.arraycopy(inner, t * neurons, gradient, from + kept[t] * neurons, neurons);
            }
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
        return "CorrelationLoss on bins " + Arrays.toString(kept);
    }
}
