package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.selectivity.SelectivityChange;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.ReadOutScoring;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;

/**
 * An experiment with perturbations of the networks of a circuit. Inputs, noise and intact rates are computed once, so
 * every further perturbation costs only one run of every network. Not thread-safe.
 */
public final class PerturbationExperiment {
    private final FittedCircuit circuit;
    private final ConditionAveragedRates trials;
    private final List<String> targets;
    private final List<Intact> networks = new ArrayList<>();

    private record Intact(
            Network network, CircuitSimulation simulation, double[] rates, double[][] psths, SeenRates seen) {}

    /** Runs every intact network. */
    public PerturbationExperiment(FittedCircuit circuit, WorkerThreads workers, Progress watch) {
        this.circuit = circuit;
        Session session = circuit.fit().session();
        this.trials = ConditionAveragedRates.of(session, circuit.fit().mask(), circuit.trialIds());
        this.targets = ReadOutScoring.common(
                circuit.members().stream().map(FittedNetwork::network).toList());
        for (FittedNetwork member : circuit.members()) {
            Network network = member.network();
            CircuitSimulation simulation = PerturbationRun.simulation(circuit, member, workers);
            double[] rates = simulation.intact();
            networks.add(new Intact(
                    network,
                    simulation,
                    rates,
                    trials.of(network.units(), rates),
                    SeenRates.of(network.units(), trials, rates)));
            watch.at((double) networks.size() / circuit.members().size());
        }
    }

    public FittedCircuit circuit() {
        return circuit;
    }

    /**
     * Runs every network with a perturbation.
     *
     * @throws InputError if it names something that does not exist
     * @throws org.dalescope.model.common.CancelledException if the work is cancelled
     */
    public PerturbationRun run(Perturbation perturbation, Progress watch) {
        Session session = circuit.fit().session();
        PerturbationPeriods periods = PerturbationPeriods.of(perturbation.window(), session.time());
        ReadOutScoring before = new ReadOutScoring(session, circuit.trialIds(), targets);
        ReadOutScoring under = new ReadOutScoring(session, circuit.trialIds(), targets);
        List<SimulatedRates> intact = new ArrayList<>();
        List<SimulatedRates> perturbed = new ArrayList<>();
        List<Double> unseen = new ArrayList<>();
        boolean nothing = true;
        int kept = 0;
        for (Intact one : networks) {
            NetworkChange change = NetworkChange.of(perturbation, one.network(), session);
            nothing &= change.isNothing(one.network());
            double[] with = one.simulation().rates(change);
            var units = one.network().units();
            intact.add(SimulatedRates.of(one.psths(), units, trials, one.rates(), periods));
            perturbed.add(SimulatedRates.of(trials.of(units, with), units, trials, with, periods));
            unseen.add(one.seen().shareOutside(trials, with, periods.window()));
            if (!targets.isEmpty() && !perturbed.getLast().diverges()) {
                kept++;
                before.add(one.network(), floats(one.rates()));
                under.add(one.network(), floats(with));
            }
            watch.at((double) intact.size() / networks.size());
        }
        boolean reads = kept > 0;
        return new PerturbationRun(
                circuit,
                perturbation,
                trials,
                List.copyOf(intact),
                List.copyOf(perturbed),
                reads ? before.scores(circuit.fit().mask()) : List.of(),
                reads ? under.scores(circuit.fit().mask()) : List.of(),
                List.copyOf(unseen),
                nothing);
    }

    /**
     * The report of a run, including the change of selectivity, which takes longer to compute.
     *
     * @param run result of {@link #run}
     */
    public AnalysisResult report(PerturbationRun run) {
        AnalysisResult plain = PerturbationReport.of(run);
        SelectivityChange selectivity = selectivity(run);
        List<Statistic> statistics = new ArrayList<>(plain.statistics());
        statistics.addAll(selectivity.statistics());
        List<Table> tables = new ArrayList<>(plain.tables());
        tables.add(selectivity.table());
        return new AnalysisResult(plain.name(), plain.title(), statistics, tables, plain.notes());
    }

    /**
     * The change of selectivity. Networks whose rates diverge are left out, because they say nothing about the
     * selectivity of neurons.
     */
    private SelectivityChange selectivity(PerturbationRun run) {
        Session session = circuit.fit().session();
        List<ModelRates> before = new ArrayList<>();
        List<ModelRates> under = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            if (!run.perturbed().get(i).diverges()) {
                Intact one = networks.get(i);
                before.add(scored(one.network(), one.rates()));
                under.add(scored(one.network(), one.simulation().rates(run.perturbation())));
            }
        }
        return SelectivityChange.of(session, circuit.fit().mask(), before, under);
    }

    private ModelRates scored(Network network, double[] rates) {
        return new ModelRates(
                network.units(), circuit.trialIds(), circuit.fit().session().bins(), floats(rates));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
