package org.dalescope.model.analysis.measured;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.perturbation.CircuitSimulation;
import org.dalescope.model.analysis.perturbation.ConditionAveragedRates;
import org.dalescope.model.analysis.perturbation.Intervention;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.TypeRates;
import org.dalescope.model.analysis.perturbation.UnitSet;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.PerturbationTarget;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Validation;

/**
 * The prediction of one network.
 *
 * @param current the size of the current and the error of the targeted neurons with it; NaN if the network has learned
 *     the perturbation
 * @param isDefined false if no current explains the targeted neurons, or the rates diverge
 */
record MemberPrediction(long seed, CurrentSearch current, boolean isDefined, PredictedChange change) {
    private static final CurrentSearch LEARNED = new CurrentSearch(Double.NaN, Double.NaN);

    /**
     * The measured side that the current is found with.
     *
     * @param window the bins in which the targeted neurons decide on the current
     * @param targeted positions of these neurons in the session
     * @param measured of all neurons in this window
     */
    record Calibration(boolean[] window, int[] targeted, MeasuredChange[] measured) {}

    static MemberPrediction of(
            FittedCircuit circuit,
            FittedNetwork member,
            int[] trialIds,
            MeasuredOptions options,
            Calibration calibration,
            WorkerThreads workers) {
        Session session = circuit.fit().session();
        Network network = member.network();
        PerturbedTrials settings = circuit.fit().configuration().data().perturbedTrials();
        CircuitSimulation simulation =
                new CircuitSimulation(network, session, trialIds, Validation.noise(member.fit()), workers);
        ConditionAveragedRates trials =
                ConditionAveragedRates.together(session, circuit.fit().mask(), trialIds);
        PredictedChange.Frame frame =
                new PredictedChange.Frame(trials, settings.timeWindow().bins(session.time()));
        if (settings.learned()) {
            Perturbation off = Perturbation.always(new Intervention.Lesion(PerturbedTrials.CHANNEL));
            PredictedChange change = PredictedChange.of(network, simulation, off, Perturbation.NONE, frame);
            return new MemberPrediction(member.fit().seed(), LEARNED, !change.diverges(), change);
        }
        CurrentSearch current = options.current()
                .map(size -> new CurrentSearch(size, Double.NaN))
                .orElseGet(() -> search(network, simulation, settings, trials, calibration));
        PredictedChange change = PredictedChange.of(
                network, simulation, Perturbation.NONE, drive(network, settings, current.current()), frame);
        boolean found = options.current().isPresent() || current.isFound();
        return new MemberPrediction(member.fit().seed(), current, found && !change.diverges(), change);
    }

    private static CurrentSearch search(
            Network network,
            CircuitSimulation simulation,
            PerturbedTrials settings,
            ConditionAveragedRates trials,
            Calibration calibration) {
        PredictedChange.Frame own = new PredictedChange.Frame(trials, calibration.window());
        int[] targeted = calibration.targeted();
        double[] measured = Arrays.stream(targeted)
                .mapToDouble(i -> calibration.measured()[i].change())
                .toArray();
        double[] off = own.windowMeans(network, simulation.intact());
        return CurrentSearch.of(size -> {
            double[] on = own.windowMeans(network, simulation.rates(drive(network, settings, size)));
            double error = NeuronComparison.error(
                    Arrays.stream(targeted).mapToDouble(i -> on[i] - off[i]).toArray(), measured);
            boolean diverges = Arrays.stream(on).average().orElse(0) > TypeRates.RUNAWAY;
            return Double.isFinite(error) && !diverges ? error : Double.POSITIVE_INFINITY;
        });
    }

    private static Perturbation drive(Network network, PerturbedTrials settings, double size) {
        UnitSet units =
                switch (settings.target()) {
                    case PerturbationTarget.Everyone _ -> UnitSet.Group.ALL;
                    case PerturbationTarget.OfType ofType ->
                        switch (ofType.type()) {
                            case EXCITATORY -> UnitSet.Group.E;
                            case INHIBITORY, UNKNOWN -> UnitSet.Group.I;
                        };
                    case PerturbationTarget.Listed listed ->
                        new UnitSet.Neurons(Arrays.stream(network.units().neuronIds())
                                .filter(listed.ids()::contains)
                                .boxed()
                                .toList());
                };
        double current = settings.effect().sign() * size;
        return new Perturbation(settings.timeWindow(), List.of(new Intervention.Drive(units, current)));
    }
}
