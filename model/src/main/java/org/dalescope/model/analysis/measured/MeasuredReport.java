package org.dalescope.model.analysis.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.perturbation.PerturbationReport;
import org.dalescope.model.analysis.perturbation.SeenRates;
import org.dalescope.model.analysis.perturbation.SparsityOfSeeds;
import org.dalescope.model.common.Finding;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.curation.PerturbedTrials;

/** The report of a {@link MeasuredPerturbation}, as statistics, tables and sentences. */
public final class MeasuredReport {
    static final String TITLE = "Measured and predicted perturbation";

    /** The fewest neurons of r: over two it is always 1 or -1. */
    private static final int LEAST_OF_R = 3;

    private MeasuredReport() {}

    /** The full result, which is printed and written. */
    public static AnalysisResult of(MeasuredPerturbation of) {
        List<Statistic> statistics = new ArrayList<>();
        boolean learned = of.fit().configuration().data().perturbedTrials().learned();
        if (!learned) {
            statistics.add(overNetworks(
                    of.defined(),
                    "current",
                    of.options().current().isPresent()
                            ? "size of the current that the networks get in perturbed trials, as given"
                            : "size of the current with which the targeted neurons come nearest to their measured"
                                    + " change; mean over networks",
                    "units of the bias",
                    member -> member.current().current()));
        }
        for (NeuronSet set : NeuronSet.of(of.neurons())) {
            statistics.addAll(statistics(of, set));
        }
        if (!learned) {
            statistics.add(unseen(of));
        }
        return new AnalysisResult(
                MeasuredPerturbation.NAME, TITLE, List.copyOf(statistics), MeasuredTables.of(of), notes(of, learned));
    }

    private static Statistic unseen(MeasuredPerturbation of) {
        return overNetworks(
                of.defined(), "unseen", SeenRates.DEFINITION + "; mean over networks", "", member -> member.change()
                        .unseen());
    }

    private static Statistic overNetworks(
            List<MemberPrediction> members,
            String name,
            String definition,
            String unit,
            ToDoubleFunction<MemberPrediction> value) {
        double[] values = members.stream().mapToDouble(value).toArray();
        return Statistic.plain(
                        name,
                        definition,
                        Descriptive.meanOfFinite(values),
                        unit,
                        members.size() + (members.size() == 1 ? " network" : " networks"))
                .within(ConfidenceIntervals.overSeeds(values));
    }

    private static List<Statistic> statistics(MeasuredPerturbation of, NeuronSet set) {
        int[] rows = IntStream.range(0, of.neurons().size())
                .filter(i -> set.contains().test(of.neurons().get(i)))
                .toArray();
        List<NeuronComparison> neurons =
                IntStream.of(rows).mapToObj(of.neurons()::get).toList();
        double[] measured = NeuronComparison.measured(neurons);
        int[] order = of.order();
        List<double[]> predicted = of.defined().stream()
                .map(member -> {
                    double[] changes = member.change().changes();
                    return IntStream.of(rows)
                            .mapToDouble(row -> changes[order[row]])
                            .toArray();
                })
                .toList();
        String key = set.key();
        String n =
                neurons.size() + " neurons, " + predicted.size() + (predicted.size() == 1 ? " network" : " networks");
        List<Statistic> all = new ArrayList<>();
        all.add(Statistic.plain(
                "measured_" + key,
                "measured change of the mean rate of " + set.words() + " in the window",
                Descriptive.mean(measured),
                "sp/s",
                neurons.size() + " neurons, " + of.trials().perturbed().length + " perturbed and "
                        + of.trials().controls() + " other trials"));
        all.add(perNetwork(
                "predicted_" + key,
                "predicted change of the same mean rate; mean over networks",
                "sp/s",
                n,
                predicted,
                Descriptive::mean));
        all.add(perNetwork(
                "r_" + key,
                "Pearson's r over " + set.words() + " between predicted and measured change; mean over networks",
                "",
                n,
                predicted,
                changes -> measured.length < LEAST_OF_R ? Double.NaN : Correlation.pearson(changes, measured)));
        all.add(perNetwork(
                "error_" + key,
                "root mean square over " + set.words() + " of predicted minus measured change, divided by that of the"
                        + " measured change; the prediction 'no change' has 1; mean over networks",
                "",
                n,
                predicted,
                changes -> NeuronComparison.error(changes, measured)));
        all.addAll(withoutNetwork(neurons, set, measured));
        all.addAll(ofMean(neurons, set));
        return all;
    }

    /** The errors of the simplest rival and of the measurement itself. */
    private static List<Statistic> withoutNetwork(List<NeuronComparison> neurons, NeuronSet set, double[] measured) {
        String n = neurons.size() + " neurons";
        double[] within = neurons.stream()
                .mapToDouble(one -> one.measured().change() + one.measured().standardError())
                .toArray();
        List<Statistic> all = new ArrayList<>();
        all.add(Statistic.plain(
                "error_common_ratio_" + set.key(),
                "the same error if each neuron's rate were multiplied by the ratio by which the summed rate of the other"
                        + " neurons of its group changed, which only the measurement tells",
                NeuronComparison.error(NeuronComparison.commonRatio(neurons), measured),
                "",
                n));
        all.add(Statistic.plain(
                "error_of_measurement_" + set.key(),
                "the same error that the standard errors of the measured changes alone would cause",
                NeuronComparison.error(within, measured),
                "",
                n));
        return all;
    }

    /** Sign and coverage, which concern the mean prediction and its interval. */
    private static List<Statistic> ofMean(List<NeuronComparison> neurons, NeuronSet set) {
        List<NeuronComparison> predicted =
                neurons.stream().filter(one -> Double.isFinite(one.predicted())).toList();
        List<NeuronComparison> clear =
                predicted.stream().filter(one -> one.measured().isClear()).toList();
        List<NeuronComparison> within =
                predicted.stream().filter(NeuronComparison::hasInterval).toList();
        return List.of(
                Statistic.plain(
                        "sign_right_" + set.key(),
                        "share of the neurons with a clear measured change (more than 2 standard errors) whose change"
                                + " has the predicted sign",
                        share(clear, one -> one.predicted() * one.measured().change() > 0),
                        "",
                        clear.size() + " neurons"),
                Statistic.plain(
                        "coverage_" + set.key(),
                        "share of the neurons whose measured change is inside the 90 % interval of the prediction over"
                                + " networks, widened by the error of the measurement",
                        share(within, NeuronComparison::isCovered),
                        "",
                        within.size() + " neurons"));
    }

    private static double share(List<NeuronComparison> neurons, Predicate<NeuronComparison> condition) {
        return neurons.isEmpty()
                ? Double.NaN
                : (double) neurons.stream().filter(condition).count() / neurons.size();
    }

    private static Statistic perNetwork(
            String name,
            String definition,
            String unit,
            String n,
            List<double[]> predicted,
            ToDoubleFunction<double[]> value) {
        double[] values = predicted.stream().mapToDouble(value).toArray();
        return Statistic.plain(name, definition, Descriptive.meanOfFinite(values), unit, n)
                .within(ConfidenceIntervals.overSeeds(values));
    }

    private static List<Finding> notes(MeasuredPerturbation of, boolean learned) {
        List<Finding> notes = new ArrayList<>();
        PerturbationTrials trials = of.trials();
        if (!learned) {
            notes.add(Finding.notice(
                    "all-perturbed-trials",
                    trials.perturbed().length + " perturbed trials are compared with " + trials.controls()
                            + " training and validation trials, whatever partition is chosen."));
        }
        if (trials.together()) {
            notes.add(Finding.notice(
                    "conditions-ignored",
                    "Most perturbed trials have no unperturbed trial of the same condition, so all trials are compared"
                            + " together. If conditions differ between the two, the measured change contains this"
                            + " difference."));
        } else if (trials.leftOut() > 0) {
            notes.add(Finding.notice(
                    "perturbed-trials-without-partner",
                    trials.leftOut() + " perturbed trials are left out, because there is no unperturbed trial of their"
                            + " condition."));
        }
        SparsityOfSeeds.warning(
                        of.fit(),
                        of.members().stream().mapToLong(MemberPrediction::seed).toArray())
                .ifPresent(notes::add);
        List<MemberPrediction> silent =
                of.members().stream().filter(member -> !member.isDefined()).toList();
        if (!silent.isEmpty()) {
            notes.add(Finding.warning("cannot-say", cannotSay(of, silent)));
        }
        if (!learned) {
            range(of.defined(), notes);
        }
        return List.copyOf(notes);
    }

    /** Whether the prediction is inside what the fit has seen. */
    private static void range(List<MemberPrediction> defined, List<Finding> notes) {
        double unseen = Descriptive.meanOfFinite(
                defined.stream().mapToDouble(member -> member.change().unseen()).toArray());
        if (unseen > SeenRates.MOST_UNSEEN) {
            notes.add(Finding.warning("extrapolates", PerturbationReport.unseenText(unseen)));
        } else if (!defined.isEmpty()) {
            notes.add(Finding.notice(
                    "inside-the-data", "The perturbed rates are inside the range of rates that the fit has seen."));
        }
    }

    private static String cannotSay(MeasuredPerturbation of, List<MemberPrediction> silent) {
        PerturbedTrials settings = of.fit().configuration().data().perturbedTrials();
        String seeds =
                silent.stream().map(member -> String.valueOf(member.seed())).collect(Collectors.joining(", "));
        String which = (silent.size() == 1 ? "The network of seed " : "The networks of seeds ") + seeds;
        boolean diverge = silent.stream().allMatch(member -> member.change().diverges());
        String why = diverge
                ? ": rates diverge under the perturbation."
                : ": no current that " + settings.effect().name().toLowerCase(Locale.ROOT)
                        + " the targeted neurons brings them nearer to their measured change than no current does, or"
                        + " rates diverge. Give another time for finding the current with --calibrate, such as the"
                        + " first 50 ms, or the current itself with --current.";
        return which + " cannot say anything" + why;
    }
}
