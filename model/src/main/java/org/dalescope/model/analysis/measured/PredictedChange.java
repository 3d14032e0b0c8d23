package org.dalescope.model.analysis.measured;

import java.util.stream.IntStream;
import org.dalescope.model.analysis.perturbation.CircuitSimulation;
import org.dalescope.model.analysis.perturbation.ConditionAveragedRates;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.SeenRates;
import org.dalescope.model.analysis.perturbation.TypeRates;
import org.dalescope.model.network.Network;

/**
 * The rates of one network on the perturbed trials, with and without the perturbation, as far as the session records
 * its neurons.
 *
 * @param off mean rate in the window without the perturbation, sp/s, per neuron
 * @param on the same with the perturbation
 * @param offPsth mean over trials without the perturbation, {@code [bin * neurons + neuron]}, sp/s
 * @param onPsth the same with the perturbation
 * @param diverges whether the rates of a type diverge under the perturbation; the numbers then mean nothing
 * @param unseen share of the perturbed rates in the window that are outside the range in which 99 % of the unit's
 *     unperturbed rates lie; 0.01 on average if the perturbation does nothing
 */
record PredictedChange(double[] off, double[] on, double[] offPsth, double[] onPsth, boolean diverges, double unseen) {
    double[] changes() {
        return IntStream.range(0, on.length).mapToDouble(i -> on[i] - off[i]).toArray();
    }

    /** The trials on which networks are compared, in the order in which they are simulated, and the window. */
    record Frame(ConditionAveragedRates trials, boolean[] window) {
        /**
         * The mean rates of the recorded neurons in the window: the mean over trials of each trial's mean.
         *
         * @param rates {@code [trial][bin][unit]}
         */
        double[] windowMeans(Network network, double[] rates) {
            int[] positions = trials.positions();
            int n = network.size();
            double[] means = new double[network.units().recorded()];
            int counted = 0;
            for (int row = 0; row < positions.length; row++) {
                int trial = positions[row];
                int first = row * trials.bins();
                int[] bins = IntStream.range(0, window.length)
                        .filter(bin -> window[bin] && trials.mask().isValid(trial, bin))
                        .toArray();
                counted += bins.length > 0 ? 1 : 0;
                for (int bin : bins) {
                    for (int neuron = 0; neuron < means.length; neuron++) {
                        means[neuron] +=
                                rates[(first + bin) * n + network.units().recordedUnit()[neuron]] / bins.length;
                    }
                }
            }
            for (int neuron = 0; neuron < means.length; neuron++) {
                means[neuron] /= counted;
            }
            return means;
        }

        /** The mean over trials of the recorded neurons' rates, {@code [bin * neurons + neuron]}; NaN without a trial. */
        double[] psth(Network network, double[] rates) {
            double[] psth = trials.of(network.units(), rates)[0];
            int neurons = network.units().recorded();
            for (int i = 0; i < psth.length; i++) {
                psth[i] = trials.valid()[0][i / neurons] == 0 ? Double.NaN : psth[i];
            }
            return psth;
        }
    }

    /** Runs a network with two perturbations: that of unperturbed and that of perturbed trials. */
    static PredictedChange of(
            Network network, CircuitSimulation simulation, Perturbation without, Perturbation with, Frame frame) {
        double[] off = simulation.rates(without);
        double[] on = simulation.rates(with);
        return new PredictedChange(
                frame.windowMeans(network, off),
                frame.windowMeans(network, on),
                frame.psth(network, off),
                frame.psth(network, on),
                TypeRates.everywhere(network.units(), frame.trials(), on).diverges(),
                SeenRates.of(network.units(), frame.trials(), off).shareOutside(frame.trials(), on, frame.window()));
    }
}
