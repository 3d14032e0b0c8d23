package org.dalescope.model.analysis.measured;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.stats.PredictionInterval;
import org.dalescope.model.session.Neuron;

/**
 * The measured and the predicted change of one neuron.
 *
 * @param targeted whether the perturbation reaches the neuron directly
 * @param predicted mean over networks, sp/s; NaN if no network predicts anything
 * @param low lower end of the interval in which 90 % of further networks would predict the change; NaN below two
 *     networks
 * @param high upper end
 */
record NeuronComparison(
        Neuron neuron, boolean targeted, MeasuredChange measured, double predicted, double low, double high) {
    private static final double NORMAL = 1.6448536269514722;

    /**
     * @param changes predicted by the networks that predict something
     */
    static NeuronComparison of(Neuron neuron, boolean targeted, MeasuredChange measured, double[] changes) {
        PredictionInterval interval = PredictionInterval.of(changes);
        return new NeuronComparison(neuron, targeted, measured, interval.mean(), interval.low(), interval.high());
    }

    /** Whether both the interval over networks and the error of the measurement are defined. */
    boolean hasInterval() {
        return Double.isFinite(low) && Double.isFinite(measured.standardError());
    }

    /** Whether the measured change is in the interval, widened by the error of the measurement. */
    boolean isCovered() {
        double half = (high - low) / 2;
        double error = NORMAL * measured.standardError();
        return Math.abs(measured.change() - predicted) <= Math.sqrt(half * half + error * error);
    }

    static double[] measured(List<NeuronComparison> neurons) {
        return neurons.stream().mapToDouble(one -> one.measured().change()).toArray();
    }

    /**
     * The change of every neuron if its rate changed by the factor by which the summed rate of the other neurons
     * changed; NaN if the others have no spikes. Only the measurement tells this factor.
     */
    static double[] commonRatio(List<NeuronComparison> neurons) {
        double on = neurons.stream().mapToDouble(one -> one.measured().on()).sum();
        double off = neurons.stream().mapToDouble(one -> one.measured().off()).sum();
        return neurons.stream()
                .map(NeuronComparison::measured)
                .mapToDouble(one -> {
                    double others = off - one.off();
                    return others > 0 ? one.off() * ((on - one.on()) / others - 1) : Double.NaN;
                })
                .toArray();
    }

    /** The root mean square of predicted minus measured, divided by that of measured: 1 for "no change". */
    static double error(double[] predicted, double[] measured) {
        double wrong = 0;
        for (int i = 0; i < predicted.length; i++) {
            wrong += (predicted[i] - measured[i]) * (predicted[i] - measured[i]);
        }
        return Math.sqrt(wrong / Arrays.stream(measured).map(v -> v * v).sum());
    }
}
