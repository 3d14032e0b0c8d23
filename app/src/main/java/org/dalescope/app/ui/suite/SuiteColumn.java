package org.dalescope.app.ui.suite;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalescope.app.report.SuiteTable;
import org.dalescope.app.text.Messages;
import org.dalescope.app.ui.suite.SuiteLine.ArmLine;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.results.ArmVerdict;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.PairedDifference;
import org.dalescope.model.suite.results.ScoreSpread;

/**
 * A column of the table.
 *
 * @param help what it means
 * @param widthEm wide enough for what stands in it
 */
record SuiteColumn(
        String title, String help, double widthEm, Function<ArmLine, Entry> ofArm, Function<FitLine, Entry> ofFit) {
    private static final String NONE = "";

    /**
     * What stands in a cell.
     *
     * @param order what it is sorted by; NaN comes last
     * @param tip in the cell's tooltip
     */
    record Entry(String text, double order, String tip) implements Comparable<Entry> {
        /** A cell whose tooltip is its own text, for where it does not fit. */
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

    /** Scores and what they say against the base. */
    static List<SuiteColumn> scores() {
        return List.of(
                new SuiteColumn(
                        "psth_r \u00b1 SD",
                        Messages.of("suite.mean-over-seeds-of"),
                        10,
                        line -> spread(line.row().psthR()),
                        line -> score(line, "%.3f", Score::value)),
                new SuiteColumn(
                        Messages.of("suite.share"),
                        Messages.of("suite.psth-r-as-a"),
                        5.6,
                        line -> Entry.number(
                                "%.3f", line.row().shareOfTraining().mean()),
                        line -> score(line, "%.3f", Score::shareOfTraining)),
                new SuiteColumn(
                        Messages.of("suite.r-ceiling"),
                        Messages.of("suite.psth-r-divided-by"),
                        8,
                        line -> Entry.number("%.3f", line.row().normalised().mean()),
                        line -> score(line, "%.3f", Score::normalised)),
                new SuiteColumn(
                        Messages.of("suite.verdict"),
                        Messages.of("suite.on-the-difference-to"),
                        14.5,
                        line -> new Entry(
                                line.row().verdict().words(), order(line.row().verdict())),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Messages.of("suite.to-base-over-seeds"),
                        Messages.of("suite.mean-difference-of-psth"),
                        16,
                        line -> difference(line.row().overSeeds()),
                        line -> Entry.number("%+.3f", line.difference())),
                new SuiteColumn(
                        Messages.of("suite.p-seeds"),
                        Messages.of("suite.share-of-sign-flips"),
                        6.5,
                        line -> Entry.number("%.4f", line.row().overSeeds().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Messages.of("suite.to-base-over-neurons"),
                        Messages.of("suite.the-same-paired-by"),
                        16,
                        line -> difference(line.row().overNeurons()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Messages.of("suite.p-neurons"),
                        Messages.of("suite.as-p-over-seeds"),
                        7.5,
                        line -> Entry.number("%.4f", line.row().overNeurons().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Messages.of("suite.ensemble-share"),
                        Messages.of("suite.psth-r-of-the"),
                        11,
                        SuiteColumn::ensemble,
                        line -> Entry.EMPTY));
    }

    /** Speed, plausibility and time constants. */
    static List<SuiteColumn> health() {
        return List.of(
                new SuiteColumn(
                        Messages.of("suite.mean-rate-sp-s"),
                        Messages.of("suite.of-the-kept-networks"),
                        12,
                        SuiteColumn::rate,
                        line -> rate(line)),
                new SuiteColumn(
                        Messages.of("suite.tau-e-ms"),
                        Messages.of("suite.mean-time-constant-of"),
                        10.5,
                        line -> range(line.row().tauE()),
                        line -> of(line, "%.1f", fit -> fit.best().tauE())),
                new SuiteColumn(
                        Messages.of("suite.tau-i-ms"),
                        Messages.of("suite.mean-time-constant-of-the"),
                        10.5,
                        line -> range(line.row().tauI()),
                        line -> of(line, "%.1f", fit -> fit.best().tauI())),
                new SuiteColumn(
                        Messages.of("suite.95-y-epoch"),
                        Messages.of("suite.first-epoch-with-95"),
                        8.5,
                        line -> Entry.number("%.0f", line.row().convergedEpoch()),
                        line -> of(line, "%.0f", fit -> (double) fit.convergedEpoch())),
                new SuiteColumn(
                        Messages.of("suite.until-then-s"),
                        Messages.of("suite.training-time-until-then"),
                        8.5,
                        line -> Entry.number("%.1f", line.row().convergedSeconds()),
                        line -> of(line, "%.1f", FitSummary::convergedSeconds)),
                new SuiteColumn(
                        Messages.of("suite.per-fit-s"),
                        Messages.of("suite.time-of-a-whole"),
                        7,
                        line -> Entry.number("%.1f", line.row().seconds()),
                        line -> of(line, "%.1f", FitSummary::seconds)),
                new SuiteColumn(
                        Messages.of("suite.warnings"),
                        Messages.of("suite.warnings-of-the-fits"),
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

    /** How many of an arm's fits are where; what a fit does. */
    static SuiteColumn state() {
        return new SuiteColumn(
                Messages.of("suite.fits"),
                Messages.of("suite.finished-fits-of-the"),
                10,
                line -> new Entry(fits(line), line.count(SuiteFitState.Finished.class)),
                line -> new Entry(line.state().words(), order(line.state())));
    }

    private static String fits(ArmLine line) {
        if (line.leftOut().isPresent()) {
            return Messages.of("suite.left-out");
        }
        int running = line.count(SuiteFitState.Running.class);
        int failed = line.count(SuiteFitState.Failed.class);
        return Messages.of(
                "suite.of",
                line.count(SuiteFitState.Finished.class),
                line.fits().size(),
                SuiteTableText.running(running, line.paused()),
                failed == 0 ? "" : Messages.of("suite.failed-2", failed));
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
                ? Messages.of("suite.1-seed", SuiteTable.number(spread.mean(), "%.3f"))
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
