package org.dalescope.model.analysis.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/**
 * The comparison of a measured perturbation with the one that fitted networks predict for the same trials
 * (docs/perturbation-test.md).
 *
 * @param neurons in ascending order of id
 * @param order position in the session of each of {@code neurons}
 * @param members one prediction per network
 */
public record MeasuredPerturbation(
        Fit fit,
        PerturbationTrials trials,
        MeasuredOptions options,
        List<NeuronComparison> neurons,
        int[] order,
        List<MemberPrediction> members) {
    /** The name of the analysis. */
    public static final String NAME = "measured-perturbation";

    public MeasuredPerturbation {
        order = order.clone();
    }

    @Override
    public int[] order() {
        return order.clone();
    }

    /** The comparison with the usual choices, or a notice if the fit has no perturbed trials. */
    public static AnalysisResult analysis(FittedCircuit circuit, WorkerThreads workers, Progress watch) {
        if (circuit.fit().configuration().data().perturbedTrials().isEmpty()) {
            return notice(
                    "no-perturbed-trials",
                    "The settings of this fit name no perturbed trials. Name the factor that tells them from others in "
                            + PerturbedTrials.FACTOR + " and fit again.");
        }
        try {
            return MeasuredReport.of(of(circuit, MeasuredOptions.NONE, workers, watch));
        } catch (InputError refusal) {
            return notice("perturbation-not-compared", refusal.sentence());
        }
    }

    /** A result that only says why there are no numbers, so that other analyses of the circuit go on. */
    private static AnalysisResult notice(String code, String sentence) {
        return new AnalysisResult(
                NAME, MeasuredReport.TITLE, List.of(), List.of(), List.of(Finding.notice(code, sentence)));
    }

    /**
     * Compares.
     *
     * @throws InputError if the fit has no perturbed trials, there are too few of them, or the size of the current is
     *     neither given nor can be found
     */
    public static MeasuredPerturbation of(
            FittedCircuit circuit, MeasuredOptions options, WorkerThreads workers, Progress watch) {
        Fit fit = circuit.fit();
        Session session = fit.session();
        PerturbedTrials settings = fit.configuration().data().perturbedTrials();
        if (settings.isEmpty()) {
            throw new InputError("The settings of this fit name no perturbed trials: name their factor in "
                    + PerturbedTrials.FACTOR + " and fit again.");
        }
        boolean[] targeted = settings.target().in(session);
        check(settings, options, targeted);
        PerturbationTrials trials = PerturbationTrials.of(fit, circuit.trialIds());
        boolean[] window = settings.timeWindow().bins(session.time());
        MeasuredChange[] measured = MeasuredChange.of(session, fit.mask(), trials, window);
        boolean[] calibration =
                options.calibration().map(own -> own.bins(session.time())).orElse(window);
        var known = new MemberPrediction.Calibration(
                calibration,
                IntStream.range(0, targeted.length).filter(i -> targeted[i]).toArray(),
                MeasuredChange.of(session, fit.mask(), trials, calibration));
        List<MemberPrediction> members = new ArrayList<>();
        for (FittedNetwork member : circuit.members()) {
            members.add(MemberPrediction.of(circuit, member, trials.perturbed(), options, known, workers));
            watch.at((double) members.size() / circuit.members().size());
        }
        int[] order = IntStream.range(0, measured.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        session.neurons().get(a).id(), session.neurons().get(b).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MeasuredPerturbation(
                fit, trials, options, compared(session, targeted, measured, members, order), order, members);
    }

    private static void check(PerturbedTrials settings, MeasuredOptions options, boolean[] targeted) {
        boolean given = options.current().isPresent() || options.calibration().isPresent();
        if (settings.learned() && given) {
            throw new InputError("--current and --calibrate have no effect on a fit that learned from perturbed trials:"
                    + " leave them out.");
        }
        if (options.current().isPresent() && options.calibration().isPresent()) {
            throw new InputError("--calibrate has no effect if --current gives the current: leave one of them out.");
        }
        boolean any = IntStream.range(0, targeted.length).anyMatch(i -> targeted[i]);
        if (!any && !settings.learned() && options.current().isEmpty()) {
            throw new InputError("None of the fitted neurons is one that the perturbation reaches directly ("
                    + PerturbedTrials.UNITS + "=" + settings.units()
                    + "), so the size of its current cannot be found: give it with perturbation-test --current.");
        }
    }

    private static List<NeuronComparison> compared(
            Session session,
            boolean[] targeted,
            MeasuredChange[] measured,
            List<MemberPrediction> members,
            int[] order) {
        List<double[]> changes = members.stream()
                .filter(MemberPrediction::isDefined)
                .map(member -> member.change().changes())
                .toList();
        return IntStream.of(order)
                .mapToObj(i -> NeuronComparison.of(
                        session.neurons().get(i),
                        targeted[i],
                        measured[i],
                        changes.stream().mapToDouble(of -> of[i]).toArray()))
                .toList();
    }

    /** The predictions of the networks that predict something. */
    List<MemberPrediction> defined() {
        return members.stream().filter(MemberPrediction::isDefined).toList();
    }
}
