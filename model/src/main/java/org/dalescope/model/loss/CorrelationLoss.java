package org.dalescope.model.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.dalescope.model.configuration.NeuronLossSettings;
import org.dalescope.model.engine.Statistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.psth.Psth;
import org.dalescope.model.psth.Smoothing;

/**
 * L_neuron: mean over neurons and bins of (z(model PSTH) - z(data PSTH))^2, plus squared relative errors of each PSTH's
 * mean and standard deviation over time (spec/science.md section 3). It looks at group 0 of the statistics.
 *
 * @param kept bins with enough trials
 * @param map takes the kept bins and smooths, {@code [kept][bin]}
 * @param target the data's PSTH after the same map, {@code [kept][neuron]}
 */
public record CorrelationLoss(int[] kept, double[] map, double[] target, NeuronLossSettings settings) implements Loss {
    private static final double VARIANCE_FLOOR = 1e-12;
    private static final double SD_FLOOR = 1e-8;
    private static final double RATE_FLOOR = 1e-3;

    /** The loss against a data PSTH. */
    public static CorrelationLoss of(Psth data, NeuronLossSettings settings, double binMs) {
        int[] kept = data.binsWith(settings.minimumTrials());
        double[] map = Smoothing.gaussian(settings.smoothingMs(), binMs).matrix(kept, data.bins());
        double[] target = new double[kept.length * data.neurons()];
        for (int row = 0; row < kept.length; row++) {
            for (int bin = 0; bin < data.bins(); bin++) {
                double weight = map[row * data.bins() + bin];
                for (int neuron = 0; weight != 0 && neuron < data.neurons(); neuron++) {
                    target[row * data.neurons() + neuron] += weight * data.mean()[bin * data.neurons() + neuron];
                }
            }
        }
        return new CorrelationLoss(kept, map, target, settings);
    }

    @Override
    public LossValue evaluate(Statistics statistics) {
        double[] gradient = new double[statistics.psth().length];
        if (kept.length < 2) {
            return new LossValue(0, new StatisticsGradient(gradient, new double[0]));
        }
        int bins = statistics.bins();
        int neurons = statistics.neurons();
        Autograd.Result result =
                Autograd.differentiate(statistics.psth(0), new long[] {bins, neurons}, (psth, constants) -> {
                    NDArray model = constants.array(map, kept.length, bins).matMul(psth);
                    return value(model, constants.array(target, kept.length, neurons), constants);
                });
        System.arraycopy(result.gradient(), 0, gradient, 0, bins * neurons);
        return new LossValue(result.value(), new StatisticsGradient(gradient, new double[0]));
    }

    private NDArray value(NDArray model, NDArray data, Autograd.Constants constants) {
        NDArray modelMean = model.mean(new int[] {0}, true);
        NDArray dataMean = data.mean(new int[] {0}, true);
        NDArray modelSd = sd(model, modelMean, constants);
        NDArray dataSd = sd(data, dataMean, constants);
        NDArray floor = constants.number(SD_FLOOR);
        NDArray modelZ = model.sub(modelMean).div(modelSd.add(floor));
        NDArray dataZ = data.sub(dataMean).div(dataSd.add(floor));
        NDArray shape = modelZ.sub(dataZ).square().mean();
        NDArray scale = relative(modelMean, dataMean, constants).mul(constants.number(settings.meanWeight()));
        NDArray spread = relative(modelSd, dataSd, constants).mul(constants.number(settings.sdWeight()));
        return shape.add(scale).add(spread);
    }

    private static NDArray sd(NDArray values, NDArray mean, Autograd.Constants constants) {
        NDArray degrees = constants.number(values.getShape().get(0) - 1.0);
        NDArray variance = values.sub(mean).square().sum(new int[] {0}, true).div(degrees);
        return variance.add(constants.number(VARIANCE_FLOOR)).sqrt();
    }

    /** Neurons that are silent in these trials have no relative error: it would drown all others. */
    private static NDArray relative(NDArray model, NDArray data, Autograd.Constants constants) {
        NDArray floor = constants.number(RATE_FLOOR);
        NDArray defined = data.gt(floor).toType(DataType.FLOAT64, false);
        return model.sub(data).div(data.add(floor)).mul(defined).square().mean();
    }

    @Override
    public String toString() {
        return "CorrelationLoss on bins " + Arrays.toString(kept);
    }
}
