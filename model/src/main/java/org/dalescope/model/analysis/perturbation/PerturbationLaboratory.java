package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.Refusal;
import org.dalescope.model.analysis.AnalysisResult;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.analysis.Statistic;
import org.dalescope.model.analysis.Table;
import org.dalescope.model.analysis.selectivity.SelectivityChange;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.ReadOuts;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;

/**
 * The networks of a circuit, each run once as it is, ready to be asked what perturbations do: inputs, noise and intact rates are made
 * once, so that a question costs one run of every network. Not for several threads at once.
 */
public final class PerturbationLaboratory {
    private final FittedCircuit circuit;
    private final ConditionPsths trials;
    private final List<String> targets;
    private final List<Intact> networks = new ArrayList<>();

    private record Intact(Network network, CircuitSimulation simulation, double[] rates, double[][] psths) {}

    /** Runs every network as it is. */
    public PerturbationLaboratory(FittedCircuit circuit, Workers workers, AnalysisWatch watch) {
        this.circuit = circuit;
        Session session = circuit.fit().session();
        this.trials = ConditionPsths.of(session, circuit.fit().mask(), circuit.trialIds());
        this.targets = ReadOuts.common(
                circuit.members().stream().map(FittedNetwork::network).toList());
        for (FittedNetwork member : circuit.members()) {
            Network network = member.network();
            CircuitSimulation simulation = PerturbationRun.simulation(circuit, member, workers);
            double[] rates = simulation.intact();
            networks.add(new Intact(network, simulation, rates, trials.of(network.units(), rates)));
            watch.at((double) networks.size() / circuit.members().size());
        }
    }

    public FittedCircuit circuit() {
        return circuit;
    }

    /**
     * What a perturbation does.
     *
     * @throws Refusal where it names something that is not there, or the watch no longer waits
     */
    public PerturbationRun run(Perturbation perturbation, AnalysisWatch watch) {
        Session session = circuit.fit().session();
        Periods periods = Periods.of(perturbation.window(), session.time());
        ReadOuts before = new ReadOuts(session, circuit.trialIds(), targets);
        ReadOuts under = new ReadOuts(session, circuit.trialIds(), targets);
        List<NetworkOutcome> intact = new ArrayList<>();
        List<NetworkOutcome> perturbed = new ArrayList<>();
        boolean nothing = true;
        int kept = 0;
        for (Intact one : networks) {
            NetworkChange change = NetworkChange.of(perturbation, one.network(), session);
            nothing &= change.isNothing(one.network());
            double[] with = one.simulation().rates(change);
            var units = one.network().units();
            intact.add(NetworkOutcome.of(one.psths(), units, trials, one.rates(), periods));
            perturbed.add(NetworkOutcome.of(trials.of(units, with), units, trials, with, periods));
            if (!targets.isEmpty() && !perturbed.getLast().runsAway()) {
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
                nothing);
    }

    /**
     * What is told of a run of this laboratory, with what takes longer: what becomes of selectivity.
     *
     * @param run by {@link #run}
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

    /** Networks that run away say nothing about what a neuron prefers. */
    private SelectivityChange selectivity(PerturbationRun run) {
        Session session = circuit.fit().session();
        List<ScoredRates> before = new ArrayList<>();
        List<ScoredRates> under = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            if (!run.perturbed().get(i).runsAway()) {
                Intact one = networks.get(i);
                before.add(scored(one.network(), one.rates()));
                under.add(scored(one.network(), one.simulation().rates(run.perturbation())));
            }
        }
        return SelectivityChange.of(session, circuit.fit().mask(), before, under);
    }

    private ScoredRates scored(Network network, double[] rates) {
        return new ScoredRates(
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
