package org.dalescope.app.ui.suite;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalescope.app.report.SuiteTable;
import org.dalescope.app.ui.suite.SuiteLine.ArmLine;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.results.ArmVerdict;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.PairedDifference;
import org.dalescope.model.suite.results.ScoreSpread;

/**
 * A column of the table of arms and fits in the suite view.
 *
 * @param help the explanation of the column
 * @param widthEm the width that its content needs, in em
 */
record SuiteColumn(
        String title, String help, double widthEm, Function<ArmLine, Entry> ofArm, Function<FitLine, Entry> ofFit) {
    private static final String NONE = "";

    /**
     * The content of a cell.
     *
     * @param order the value for sorting; NaN comes last
     * @param tip the text of the cell's tooltip
     */
    record Entry(String text, double order, String tip) implements Comparable<Entry> {
        /** A cell whose tooltip is its own text, in case the text does not fit. */
        Entry(String text, double order) {
            this(text, order, text);
        }

        static final Entry EMPTY = new Entry(NONE, Double.NaN);

        static Entry number(String format, double value) {
            return Double.isFinite(value) ? new Entry(SuiteTable.number(value, format), value) : EMPTY;
        }

        @Override
        public int compareTo(Entry other) {
            return Double.compare(order, other.order);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The columns of the scores and their differences from the base. */
    static List<SuiteColumn> scores() {
        return List.of(
                new SuiteColumn(
                        "psth_r \u00b1 SD",
                        "Mean over seeds of the validation trials' psth_r, and its standard deviation over seeds.",
                        10,
                        line -> spread(line.row().psthR()),
                        line -> score(line, "%.3f", Score::value)),
                new SuiteColumn(
                        "share",
                        "psth_r divided by the score of the training trials' PSTH.",
                        5.6,
                        line -> Entry.number(
                                "%.3f", line.row().shareOfTraining().mean()),
                        line -> score(line, "%.3f", Score::shareOfTraining)),
                new SuiteColumn(
                        "r / ceiling",
                        "r divided by the neuron's split-half ceiling, mean over neurons.",
                        8,
                        line -> Entry.number("%.3f", line.row().normalised().mean()),
                        line -> score(line, "%.3f", Score::normalised)),
                new SuiteColumn(
                        "verdict",
                        "Better or worse than the base if the 95 % interval of the difference over seeds excludes 0.",
                        14.5,
                        line -> new Entry(
                                line.row().verdict().words(), order(line.row().verdict())),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        "difference, seeds",
                        "Mean difference of psth_r from the base with the same seed, and Student's 95 % interval.",
                        16,
                        line -> difference(line.row().overSeeds()),
                        line -> Entry.number("%+.3f", line.difference())),
                new SuiteColumn(
                        "p, seeds",
                        "Two-sided p of the difference over seeds: the share of all sign flips whose mean is at least"
                                + " as far from 0.",
                        6.5,
                        line -> Entry.number("%.4f", line.row().overSeeds().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        "difference, neurons",
                        "Mean difference of r from the base, paired by neuron. It shows how well the neurons agree, not"
                                + " the result of another seed.",
                        16,
                        line -> difference(line.row().overNeurons()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        "p, neurons",
                        "Two-sided p of the difference over neurons, by the same sign-flip test.",
                        7.5,
                        line -> Entry.number("%.4f", line.row().overNeurons().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        "ensemble (share)",
                        "psth_r of the rates averaged over the networks of all seeds; in brackets its share of the"
                                + " training PSTH's score. It is computed when the suite ends.",
                        11,
                        SuiteColumn::ensemble,
                        line -> Entry.EMPTY));
    }

    /** The columns for speed, plausibility and time constants. */
    static List<SuiteColumn> health() {
        return List.of(
                new SuiteColumn(
                        "mean rate (sp/s)",
                        "Mean rate of the networks of the best epoch, and its range over seeds. ! marks rates outside"
                                + " 1-50 sp/s and violations of Dale's law.",
                        12,
                        SuiteColumn::rate,
                        line -> rate(line)),
                new SuiteColumn(
                        "tau E (ms)",
                        "Mean time constant of the E units of the networks of the best epoch.",
                        10.5,
                        line -> range(line.row().tauE()),
                        line -> of(line, "%.1f", fit -> fit.best().tauE())),
                new SuiteColumn(
                        "tau I (ms)",
                        "Mean time constant of the I units of the networks of the best epoch.",
                        10.5,
                        line -> range(line.row().tauI()),
                        line -> of(line, "%.1f", fit -> fit.best().tauI())),
                new SuiteColumn(
                        "epoch of 95 %",
                        "First epoch with 95 % of the best validation score, median over seeds.",
                        8.5,
                        line -> Entry.number("%.0f", line.row().convergedEpoch()),
                        line -> of(line, "%.0f", fit -> (double) fit.convergedEpoch())),
                new SuiteColumn(
                        "95 % after (s)",
                        "Training time to the first epoch with 95 % of the best score, median over seeds.",
                        8.5,
                        line -> Entry.number("%.1f", line.row().convergedSeconds()),
                        line -> of(line, "%.1f", FitSummary::convergedSeconds)),
                new SuiteColumn(
                        "fit time (s)",
                        "Time of a whole fit while other fits ran.",
                        7,
                        line -> Entry.number("%.1f", line.row().seconds()),
                        line -> of(line, "%.1f", FitSummary::seconds)),
                new SuiteColumn(
                        "warnings",
                        "Warnings of the fits, with the number of seeds that raised them.",
                        18,
                        SuiteColumn::warnings,
                        line -> new Entry(
                                line.fit().stream()
                                        .flatMap(fit -> fit.warnings().stream())
                                        .map(finding -> finding.code())
                                        .distinct()
                                        .collect(Collectors.joining(", ")),
                                line.fit().map(fit -> fit.warnings().size()).orElse(0))));
    }

    /** The column for the state: how many fits of an arm have finished, or what a fit does. */
    static SuiteColumn state() {
        return new SuiteColumn(
                "fits",
                "For an arm, the number of finished fits; for a seed, the state of its fit.",
                10,
                line -> new Entry(fits(line), line.count(SuiteFitState.Finished.class)),
                line -> new Entry(line.state().words(), order(line.state())));
    }

    private static String fits(ArmLine line) {
        if (line.leftOut().isPresent()) {
            return "left out";
        }
        int running = line.count(SuiteFitState.Running.class);
        int failed = line.count(SuiteFitState.Failed.class);
        return "%s of %s%s%s"
                .formatted(
                        line.count(SuiteFitState.Finished.class),
                        line.fits().size(),
                        SuiteTableText.running(running, line.paused()),
                        failed == 0 ? "" : ", %s failed".formatted(failed));
    }

    private static double order(SuiteFitState state) {
        return switch (state) {
            case SuiteFitState.Waiting _ -> 0;
            case SuiteFitState.Running running -> (double) running.epoch() / Math.max(1, running.epochs());
            case SuiteFitState.Finished _ -> 1;
            case SuiteFitState.Failed _ -> 2;
        };
    }

    private static double order(ArmVerdict verdict) {
        return switch (verdict) {
            case BETTER -> 0;
            case WITHIN_SEED_NOISE -> 1;
            case WORSE -> 2;
            case UNKNOWN -> 3;
            case NONE -> 4;
        };
    }

    private static Entry spread(ScoreSpread spread) {
        if (Double.isNaN(spread.mean())) {
            return Entry.EMPTY;
        }
        String text = spread.values().size() < 2
                ? "%s (1 seed)".formatted(SuiteTable.number(spread.mean(), "%.3f"))
                : SuiteTable.spread(spread, "%.3f");
        return new Entry(text, spread.mean());
    }

    private static Entry range(ScoreSpread spread) {
        return Double.isNaN(spread.mean()) ? Entry.EMPTY : new Entry(SuiteTable.range(spread), spread.mean());
    }

    private static Entry difference(PairedDifference difference) {
        return difference.n() == 0 ? Entry.EMPTY : new Entry(SuiteTable.difference(difference), difference.mean());
    }

    private static Entry ensemble(ArmLine line) {
        double value = line.row().ensemble().getOrDefault(ScoreKind.PSTH_R, Double.NaN);
        return Double.isNaN(value)
                ? Entry.EMPTY
                : new Entry(
                        String.format(
                                Locale.ROOT, "%.3f (%.3f)", value, line.row().ensembleShare()),
                        value);
    }

    private static Entry rate(ArmLine line) {
        Entry rate = range(line.row().meanRate());
        return line.row().implausible().isEmpty() ? rate : new Entry("! " + rate.text(), rate.order());
    }

    private static Entry rate(FitLine line) {
        Entry rate = of(line, "%.1f", fit -> fit.health().meanRate());
        boolean plausible = line.fit().map(fit -> fit.health().plausible()).orElse(true);
        return plausible ? rate : new Entry("! " + rate.text(), rate.order());
    }

    private static Entry warnings(ArmLine line) {
        return new Entry(
                line.row().warnings().entrySet().stream()
                        .map(warning -> warning.getKey() + " (" + warning.getValue() + ")")
                        .collect(Collectors.joining(", ")),
                line.row().warnings().values().stream().mapToInt(n -> n).sum());
    }

    private static Entry score(FitLine line, String format, Function<Score, Double> value) {
        return of(line, format, fit -> value.apply(fit.score(ScoreKind.PSTH_R)));
    }

    private static Entry of(FitLine line, String format, Function<FitSummary, Double> value) {
        return Entry.number(format, line.fit().map(value).orElse(Double.NaN));
    }
}
