package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.ReadOuts;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Validation;

/**
 * Every network of a circuit, intact and perturbed, with the noise that it was scored with.
 *
 * @param intact one per network
 * @param perturbed one per network, in the same order
 * @param intactReadOut how well the networks' mean read-out gives its targets; empty where there is none
 * @param perturbedReadOut the same under the perturbation
 * @param nothing whether the perturbation changes none of the networks
 */
public record PerturbationRun(
        FittedCircuit circuit,
        Perturbation perturbation,
        ConditionPsths trials,
        List<NetworkOutcome> intact,
        List<NetworkOutcome> perturbed,
        List<ReadOutScore> intactReadOut,
        List<ReadOutScore> perturbedReadOut,
        boolean nothing) {

    /**
     * Runs them.
     *
     * @throws org.dalescope.model.Refusal where the perturbation names something that is not there, or the watch no longer waits
     */
    public static PerturbationRun of(
            FittedCircuit circuit, Perturbation perturbation, Workers workers, AnalysisWatch watch) {
        Fit fit = circuit.fit();
        Session session = fit.session();
        Periods periods = Periods.of(perturbation.window(), session.time());
        ConditionPsths trials = ConditionPsths.of(session, fit.mask(), circuit.trialIds());
        List<String> targets = ReadOuts.common(
                circuit.members().stream().map(FittedNetwork::network).toList());
        ReadOuts before = new ReadOuts(session, circuit.trialIds(), targets);
        ReadOuts under = new ReadOuts(session, circuit.trialIds(), targets);
        List<NetworkOutcome> intact = new ArrayList<>();
        List<NetworkOutcome> perturbed = new ArrayList<>();
        boolean nothing = true;
        for (FittedNetwork member : circuit.members()) {
            Network network = member.network();
            NetworkChange change = NetworkChange.of(perturbation, network, session);
            nothing &= change.isNothing(network);
            CircuitSimulation simulation = simulation(circuit, member, workers);
            double[] without = simulation.intact();
            double[] with = simulation.rates(change);
            intact.add(NetworkOutcome.of(network.units(), trials, without, periods));
            perturbed.add(NetworkOutcome.of(network.units(), trials, with, periods));
            if (!targets.isEmpty()) {
                before.add(network, floats(without));
                under.add(network, floats(with));
            }
            watch.at((double) intact.size() / circuit.members().size());
        }
        boolean reads = !targets.isEmpty();
        return new PerturbationRun(
                circuit,
                perturbation,
                trials,
                List.copyOf(intact),
                List.copyOf(perturbed),
                reads ? before.scores(fit.mask()) : List.of(),
                reads ? under.scores(fit.mask()) : List.of(),
                nothing);
    }

    /** A network of a circuit on the circuit's trials, with the noise that it was scored with. */
    static CircuitSimulation simulation(FittedCircuit circuit, FittedNetwork member, Workers workers) {
        return new CircuitSimulation(
                member.network(), circuit.fit().session(), circuit.trialIds(), Validation.noise(member.fit()), workers);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
