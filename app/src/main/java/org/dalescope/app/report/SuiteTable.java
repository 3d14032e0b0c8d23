package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.PairedDifference;
import org.dalescope.model.suite.results.ScoreSpread;
import org.dalescope.model.suite.results.SuiteComparison;

/** The tables of a suite's results as texts for the HTML report, also used by the window. */
public final class SuiteTable {
    static final List<String> SCORES = List.of(
            "arm",
            "seeds",
            "psth_r \u00b1 SD",
            "share of training PSTH",
            "r / ceiling",
            "psth_r_raw",
            "ensemble (share)",
            "difference to base, seeds",
            "p",
            "difference, neurons",
            "p",
            "verdict");
    static final List<String> SIZES = List.of(
            "prediction",
            "psth_r",
            "R2 pooled \u00b1 SD",
            "of E",
            "of I",
            "R2 median",
            "bits/spike \u00b1 SD",
            "of E",
            "of I");
    static final List<String> HEALTH = List.of(
            "arm",
            "epoch of 95 % of best",
            "s to that epoch",
            "s per fit",
            "tau E, ms",
            "tau I, ms",
            "mean rate, sp/s",
            "flagged",
            "warnings (seeds)");
    static final List<String> PAIRS = List.of("experiment", "first", "second", "difference, seeds", "p", "verdict");
    static final String HOW_TO_READ =
            "Scores are those of the validation trials. SD: over seeds. Difference: mean of the differences to the base"
                    + " with the same seed, with Student's 95 % interval in brackets. p: share of sign flips of these"
                    + " differences whose mean is at least as far from 0 (two-sided). Over neurons: each neuron's r"
                    + " averaged over the seeds, paired by neuron; it shows how well the neurons agree, not the result"
                    + " of another seed. Verdict: better or worse if the interval over seeds excludes 0, otherwise"
                    + " 'smaller than seed noise'. Epoch of 95 % of best: the first epoch with 95 % of the best"
                    + " validation score. Ensemble: the rates averaged over the seeds' networks.";

    private SuiteTable() {}

    static List<List<String>> scores(SuiteComparison comparison) {
        return comparison.arms().stream().map(SuiteTable::score).toList();
    }

    private static List<String> score(ArmComparison row) {
        return List.of(
                row.arm().name(),
                row.seeds().size()
                        + (row.failures().isEmpty() ? "" : " (" + row.failures().size() + " failed)"),
                spread(row.psthR(), "%.3f"),
                number(row.shareOfTraining().mean(), "%.3f"),
                number(row.normalised().mean(), "%.3f"),
                spread(row.scores().getOrDefault(ScoreKind.PSTH_R_RAW, row.psthR()), "%.3f"),
                number(row.ensemble().getOrDefault(ScoreKind.PSTH_R, Double.NaN), "%.3f") + " ("
                        + number(row.ensembleShare(), "%.3f") + ")",
                difference(row.overSeeds()),
                number(row.overSeeds().p(), "%.4f"),
                difference(row.overNeurons()),
                number(row.overNeurons().p(), "%.4f"),
                row.verdict().words());
    }

    /** The scores of every arm that depend on size, then those of the rivals on the same trials. */
    static List<List<String>> sizes(SuiteComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (ArmComparison row : comparison.arms()) {
            rows.add(List.of(
                    row.arm().name(),
                    number(row.psthR().mean(), "%.3f"),
                    spread(row.compared(ComparedScore.R2_POOLED, NeuronGroup.ALL), "%.3f"),
                    number(row.compared(ComparedScore.R2_POOLED, NeuronGroup.E).mean(), "%.3f"),
                    number(row.compared(ComparedScore.R2_POOLED, NeuronGroup.I).mean(), "%.3f"),
                    number(
                            row.compared(ComparedScore.R2_MEDIAN, NeuronGroup.ALL)
                                    .mean(),
                            "%.3f"),
                    spread(row.compared(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL), "%.3f"),
                    number(
                            row.compared(ComparedScore.BITS_PER_SPIKE, NeuronGroup.E)
                                    .mean(),
                            "%.3f"),
                    number(
                            row.compared(ComparedScore.BITS_PER_SPIKE, NeuronGroup.I)
                                    .mean(),
                            "%.3f")));
        }
        comparison
                .base()
                .rivals()
                .forEach(rival -> rows.add(ScoreSection.row(rival.rival().label(), rival.values())));
        return rows;
    }

    static List<List<String>> pairs(SuiteComparison comparison) {
        return comparison.pairs().stream()
                .map(pair -> List.of(
                        pair.first().group(),
                        pair.first().name(),
                        pair.second().name(),
                        difference(pair.overSeeds()),
                        number(pair.overSeeds().p(), "%.4f"),
                        pair.verdict().words()))
                .toList();
    }

    static List<List<String>> health(SuiteComparison comparison) {
        return comparison.arms().stream().map(SuiteTable::health).toList();
    }

    private static List<String> health(ArmComparison row) {
        return List.of(
                row.arm().name(),
                number(row.convergedEpoch(), "%.0f"),
                number(row.convergedSeconds(), "%.1f"),
                number(row.seconds(), "%.1f"),
                range(row.tauE()),
                range(row.tauI()),
                range(row.meanRate()),
                row.implausible().isEmpty() ? "" : "seeds " + row.implausible(),
                row.warnings().entrySet().stream()
                        .map(warning -> warning.getKey() + " (" + warning.getValue() + ")")
                        .collect(Collectors.joining(", ")));
    }

    /** Mean and standard deviation, such as {@code 0.412 \u00b1 0.006}. */
    public static String spread(ScoreSpread spread, String format) {
        return number(spread.mean(), format) + " \u00b1 " + number(spread.sd(), format);
    }

    /** Mean and extremes, such as {@code 31.2 (29.8 to 33.0)}. */
    public static String range(ScoreSpread spread) {
        String mean = number(spread.mean(), "%.1f");
        String low = number(spread.min(), "%.1f");
        String high = number(spread.max(), "%.1f");
        return low.equals(high) ? mean : mean + " (" + low + " to " + high + ")";
    }

    /** Mean and interval, such as {@code +0.011 [+0.006, +0.016]}. */
    public static String difference(PairedDifference difference) {
        return Double.isNaN(difference.low())
                ? number(difference.mean(), "%+.3f")
                : number(difference.mean(), "%+.3f") + " [" + number(difference.low(), "%+.3f") + ", "
                        + number(difference.high(), "%+.3f") + "]";
    }

    /** A number in the format of the tables. */
    public static String number(double value, String format) {
        if (!Double.isFinite(value)) {
            return "n/a";
        }
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-0\\.0+") ? "+" + text.substring(1) : text;
    }
}
