package org.dalescope.model.analysis.population;

import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.network.Network;

/**
 * The mean currents into the units of the recorded neurons: the sum from E units, the sum from I units and W_in e(u),
 * in the units of x. The state follows x' = (1-a) x + a (E + I + input + bias). The currents are linear in the
 * activations, so the average of the currents equals the current of the averages.
 *
 * @param excitatory {@code [row][neuron]}
 * @param inhibitory {@code [row][neuron]}, mostly negative
 * @param input {@code [row][neuron]}
 * @param bias per neuron
 */
public record Currents(double[][] excitatory, double[][] inhibitory, double[][] input, double[] bias) {
    public static Currents of(MeanTrajectory trajectory, RecordedNeurons neurons) {
        Network network = trajectory.network();
        int n = network.size();
        int[] units = neurons.units(network.units());
        int rows = trajectory.activation().length;
        double[][] excitatory = new double[rows][units.length];
        double[][] inhibitory = new double[rows][units.length];
        double[][] input = new double[rows][units.length];
        double[] bias = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            bias[i] = network.b()[units[i]];
            for (int row = 0; row < rows; row++) {
                input[row][i] = trajectory.input()[row][units[i]];
                for (int from = 0; from < n; from++) {
                    double current =
                            network.w()[units[i] * n + from] * trajectory.activation()[row][from];
                    (network.units().isExcitatory(from) ? excitatory : inhibitory)[row][i] += current;
                }
            }
        }
        return new Currents(excitatory, inhibitory, input, bias);
    }
}
