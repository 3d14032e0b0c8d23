package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.PredictionInterval;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Validation;

/**
 * A run of every network of a circuit, intact and perturbed, with the noise that it was scored with.
 *
 * @param intact one per network
 * @param perturbed one per network, in the same order
 * @param intactReadOut scores of the networks' mean read-out for its targets; empty if there is no read-out
 * @param perturbedReadOut the same under the perturbation
 * @param unseen share of the perturbed rates in the window that are outside {@link SeenRates}, one per network
 * @param nothing whether the perturbation changes none of the networks
 */
public record PerturbationRun(
        FittedCircuit circuit,
        Perturbation perturbation,
        ConditionAveragedRates trials,
        List<SimulatedRates> intact,
        List<SimulatedRates> perturbed,
        List<ReadOutScore> intactReadOut,
        List<ReadOutScore> perturbedReadOut,
        List<Double> unseen,
        boolean nothing) {
    /** The networks whose rates diverge. Their numbers have no meaning and are left out of averages. */
    List<FittedNetwork> divergingNetworks() {
        return IntStream.range(0, perturbed.size())
                .filter(i -> perturbed.get(i).diverges())
                .mapToObj(i -> circuit.members().get(i))
                .toList();
    }

    /**
     * The PSTH of a condition in the intact networks, mean over those that do not diverge,
     * {@code [bin * neurons + neuron]}.
     */
    public double[] intactPsth(int condition) {
        return mean(intact, condition);
    }

    /** Whether the rates of every network diverge under the perturbation. */
    public boolean allDiverge() {
        return perturbed.stream().allMatch(SimulatedRates::diverges);
    }

    /** The PSTH of a condition in all intact networks, also in those that diverge under the perturbation. */
    public double[] intactPsthOfAll(int condition) {
        return mean(IntStream.range(0, intact.size()), intact, condition);
    }

    /** The same under the perturbation; NaN if all networks diverge. */
    public double[] perturbedPsth(int condition) {
        return mean(perturbed, condition);
    }

    /**
     * Half the length of the interval in which 90 % of further networks have the perturbed PSTH of a condition, from the
     * spread of its change over the networks that do not diverge, {@code [bin * neurons + neuron]}, sp/s; NaN below two
     * such networks.
     */
    public double[] perturbedPsthError(int condition) {
        int[] kept = kept().toArray();
        double[] errors = new double[intact.getFirst().psths()[condition].length];
        double factor = PredictionInterval.factor(kept.length);
        double[] changes = new double[kept.length];
        for (int i = 0; i < errors.length; i++) {
            for (int k = 0; k < kept.length; k++) {
                changes[k] = perturbed.get(kept[k]).psths()[condition][i]
                        - intact.get(kept[k]).psths()[condition][i];
            }
            errors[i] = factor * Descriptive.standardDeviation(changes);
        }
        return errors;
    }

    private IntStream kept() {
        return IntStream.range(0, perturbed.size())
                .filter(i -> !perturbed.get(i).diverges());
    }

    /** The mean rate of every neuron in the window, intact and perturbed, {@code [neuron][2]}, sp/s. */
    public double[][] inWindow(int condition) {
        boolean[] window = perturbation.window().bins(circuit.fit().session().time());
        double[] before = intactPsth(condition);
        double[] under = perturbedPsth(condition);
        return IntStream.range(0, before.length / trials.bins())
                .mapToObj(neuron -> new double[] {
                    trials.mean(condition, before, neuron, window), trials.mean(condition, under, neuron, window)
                })
                .toArray(double[][]::new);
    }

    double[] mean(List<SimulatedRates> outcomes, int condition) {
        return mean(kept(), outcomes, condition);
    }

    /** The mean over some networks; NaN without a network. */
    private static double[] mean(IntStream networks, List<SimulatedRates> outcomes, int condition) {
        int[] kept = networks.toArray();
        double[] mean = new double[outcomes.getFirst().psths()[condition].length];
        if (kept.length == 0) {
            Arrays.fill(mean, Double.NaN);
        }
        for (int network : kept) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += outcomes.get(network).psths()[condition][i] / kept.length;
            }
        }
        return mean;
    }

    /**
     * Runs the networks once. Use a {@link PerturbationExperiment} for several perturbations.
     *
     * @throws org.dalescope.model.common.InputError if the perturbation names something that does not exist
     * @throws org.dalescope.model.common.CancelledException if the work is cancelled
     */
    public static PerturbationRun of(
            FittedCircuit circuit, Perturbation perturbation, WorkerThreads workers, Progress watch) {
        return new PerturbationExperiment(circuit, workers, Progress.SILENT).run(perturbation, watch);
    }

    /** The simulation of a network on the trials of its circuit, with the noise that it was scored with. */
    static CircuitSimulation simulation(FittedCircuit circuit, FittedNetwork member, WorkerThreads workers) {
        return new CircuitSimulation(
                member.network(), circuit.fit().session(), circuit.trialIds(), Validation.noise(member.fit()), workers);
    }
}
