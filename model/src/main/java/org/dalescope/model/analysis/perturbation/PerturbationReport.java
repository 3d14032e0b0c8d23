package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Finding;
import org.dalescope.model.math.stats.PredictionInterval;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.training.Fit;

/** The report of a perturbation's effects, as statistics and tables. */
public final class PerturbationReport {
    private PerturbationReport() {}

    /** The full result, which is printed and written. */
    public static AnalysisResult of(PerturbationRun run) {
        AnalysisResult numbers = withoutTables(run);
        return new AnalysisResult(
                numbers.name(), numbers.title(), numbers.statistics(), PerturbationTables.of(run), numbers.notes());
    }

    /** Only statistics and notes, for frequent calls. */
    public static AnalysisResult withoutTables(PerturbationRun run) {
        List<Statistic> statistics = new ArrayList<>();
        for (boolean excitatory : new boolean[] {true, false}) {
            statistics.add(change(run, excitatory, true));
            statistics.add(change(run, excitatory, false));
        }
        statistics.add(unseen(run));
        statistics.addAll(scores(run));
        statistics.addAll(readOuts(run));
        List<Finding> notes = new ArrayList<>();
        if (run.nothing()) {
            notes.add(Finding.warning(
                    "perturbation-without-effect",
                    "The perturbation changes nothing in any network: the units, weights or inputs that it names do not"
                            + " exist, or its strength is 0. Correct it."));
        }
        SparsityOfSeeds.warning(
                        run.circuit().fit(),
                        run.circuit().members().stream()
                                .mapToLong(member -> member.fit().seed())
                                .toArray())
                .ifPresent(notes::add);
        if (meanUnseen(run) > SeenRates.MOST_UNSEEN) {
            notes.add(Finding.warning("extrapolates", unseenText(meanUnseen(run))));
        }
        if (!run.divergingNetworks().isEmpty()) {
            notes.add(Finding.warning("perturbation-runaway", divergingText(run)));
        }
        String text = PerturbationText.of(run.perturbation());
        return new AnalysisResult(
                "perturb", "Perturbation: " + (text.isEmpty() ? "none" : text), statistics, List.of(), notes);
    }

    /** The PSTHs bin by bin, a table that is too long for the result itself. */
    public static Table psths(PerturbationRun run) {
        return PerturbationTables.psths(run);
    }

    /** The mean over the networks that do not diverge; NaN if all of them do. */
    private static double meanUnseen(PerturbationRun run) {
        return IntStream.range(0, run.unseen().size())
                .filter(i -> !run.perturbed().get(i).diverges())
                .mapToDouble(i -> run.unseen().get(i))
                .average()
                .orElse(Double.NaN);
    }

    /** The warning that a prediction extrapolates. */
    public static String unseenText(double share) {
        return String.format(
                Locale.ROOT,
                "The prediction extrapolates: %.0f %% of the perturbed rates in the window are outside the range of"
                        + " 99 %% of the unit's rates without the perturbation, which is all that the fit has seen.",
                100 * share);
    }

    private static Statistic unseen(PerturbationRun run) {
        return Statistic.plain(
                "unseen", SeenRates.DEFINITION + "; mean over networks", meanUnseen(run), "", count(run));
    }

    private static Statistic change(PerturbationRun run, boolean excitatory, boolean window) {
        double[] changes = new double[run.intact().size()];
        for (int i = 0; i < changes.length; i++) {
            SimulatedRates intact = run.intact().get(i);
            SimulatedRates perturbed = run.perturbed().get(i);
            changes[i] = perturbed.diverges()
                    ? Double.NaN
                    : window
                            ? perturbed.window().of(excitatory)
                                    - intact.window().of(excitatory)
                            : perturbed.after().of(excitatory) - intact.after().of(excitatory);
        }
        PredictionInterval spread = PredictionInterval.of(changes);
        String letter = excitatory ? "E" : "I";
        return Statistic.plain(
                        "change_" + letter.toLowerCase(Locale.ROOT) + (window ? "_window" : "_after"),
                        "mean rate of all " + letter + " units over valid bins " + (window ? "in" : "after")
                                + " the window, perturbed minus intact with the same noise; mean over networks; without a"
                                + " perturbation exactly 0",
                        spread.mean(),
                        "sp/s",
                        count(run))
                .within(interval(spread));
    }

    /** The interval of a change over networks; none for a single network. */
    private static Uncertainty interval(PredictionInterval spread) {
        return spread.n() < 2
                ? Uncertainty.NONE
                : new Uncertainty(
                        "90 % of further networks (Student, " + spread.n() + " networks)", spread.low(), spread.high());
    }

    private static String divergingText(PerturbationRun run) {
        int all = run.intact().size();
        int away = run.divergingNetworks().size();
        String seeds = run.divergingNetworks().stream()
                .map(member -> String.valueOf(member.fit().seed()))
                .collect(Collectors.joining(", "));
        return "Rates diverge under the perturbation (a type's mean above " + TypeRates.RUNAWAY
                + " sp/s) in the network"
                + (away == 1 ? " of seed " : "s of seeds ") + seeds
                + ". Such numbers say nothing about the recorded circuit"
                + (away == all ? ", so no averages are given" : ", so the averages leave them out")
                + ". Use a smaller strength, or fit with the preset circuit, which keeps the weights as small"
                + " as the data allow.";
    }

    private static String count(PerturbationRun run) {
        int all = run.intact().size();
        int kept = all - run.divergingNetworks().size();
        String networks = kept == all ? String.valueOf(all) : kept + " of " + all;
        return run.circuit().trialIds().length + " trials, " + networks + (all == 1 ? " network" : " networks");
    }

    private static List<Statistic> scores(PerturbationRun run) {
        Fit fit = run.circuit().fit();
        Psth data = Psth.of(fit.session(), fit.mask(), run.circuit().trialIds());
        PsthCorrelation correlation = PsthCorrelation.with(
                data, ScoreKind.PSTH_R, fit.session().time().binMs());
        double intact = correlation.mean(run.intactPsth(0));
        double perturbed = correlation.mean(run.perturbedPsth(0));
        String n = data.neurons() + " neurons, " + count(run);
        return List.of(
                Statistic.plain(
                        "psth_r_intact",
                        ScoreKind.PSTH_R.definition() + " The networks' rates are averaged.",
                        intact,
                        "",
                        n),
                Statistic.plain(
                        "psth_r_perturbed",
                        ScoreKind.PSTH_R.definition() + " The perturbed networks' rates are averaged.",
                        perturbed,
                        "",
                        n));
    }

    private static List<Statistic> readOuts(PerturbationRun run) {
        List<Statistic> statistics = new ArrayList<>();
        for (int i = 0; i < run.intactReadOut().size(); i++) {
            statistics.add(readOut(run, run.intactReadOut().get(i), "intact"));
            statistics.add(readOut(run, run.perturbedReadOut().get(i), "perturbed"));
        }
        return statistics;
    }

    private static Statistic readOut(PerturbationRun run, ReadOutScore score, String which) {
        return Statistic.plain(
                "readout_r2_" + score.target() + "_" + which, ReadOutScore.DEFINITION, score.r2(), "", count(run));
    }
}
