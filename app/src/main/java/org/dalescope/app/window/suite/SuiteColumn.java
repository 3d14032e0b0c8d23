package org.dalescope.app.window.suite;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalescope.app.report.SuiteTable;
import org.dalescope.app.window.suite.SuiteLine.ArmLine;
import org.dalescope.app.window.suite.SuiteLine.FitLine;
import org.dalescope.app.words.Words;
import org.dalescope.model.experiment.FitSummary;
import org.dalescope.model.experiment.PairedDifference;
import org.dalescope.model.experiment.Spread;
import org.dalescope.model.experiment.Verdict;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;

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
                        Words.of("suite.mean-over-seeds-of"),
                        10,
                        line -> spread(line.row().psthR()),
                        line -> score(line, "%.3f", Score::value)),
                new SuiteColumn(
                        Words.of("suite.share"),
                        Words.of("suite.psth-r-as-a"),
                        5.6,
                        line -> Entry.number(
                                "%.3f", line.row().shareOfTraining().mean()),
                        line -> score(line, "%.3f", Score::shareOfTraining)),
                new SuiteColumn(
                        Words.of("suite.r-ceiling"),
                        Words.of("suite.psth-r-divided-by"),
                        8,
                        line -> Entry.number("%.3f", line.row().normalised().mean()),
                        line -> score(line, "%.3f", Score::normalised)),
                new SuiteColumn(
                        Words.of("suite.verdict"),
                        Words.of("suite.on-the-difference-to"),
                        14.5,
                        line -> new Entry(
                                line.row().verdict().words(), order(line.row().verdict())),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Words.of("suite.to-base-over-seeds"),
                        Words.of("suite.mean-difference-of-psth"),
                        16,
                        line -> difference(line.row().overSeeds()),
                        line -> Entry.number("%+.3f", line.difference())),
                new SuiteColumn(
                        Words.of("suite.p-seeds"),
                        Words.of("suite.share-of-sign-flips"),
                        6.5,
                        line -> Entry.number("%.4f", line.row().overSeeds().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Words.of("suite.to-base-over-neurons"),
                        Words.of("suite.the-same-paired-by"),
                        16,
                        line -> difference(line.row().overNeurons()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Words.of("suite.p-neurons"),
                        Words.of("suite.as-p-over-seeds"),
                        7.5,
                        line -> Entry.number("%.4f", line.row().overNeurons().p()),
                        line -> Entry.EMPTY),
                new SuiteColumn(
                        Words.of("suite.ensemble-share"),
                        Words.of("suite.psth-r-of-the"),
                        11,
                        SuiteColumn::ensemble,
                        line -> Entry.EMPTY));
    }

    /** Speed, plausibility and time constants. */
    static List<SuiteColumn> health() {
        return List.of(
                new SuiteColumn(
                        Words.of("suite.mean-rate-sp-s"),
                        Words.of("suite.of-the-kept-networks"),
                        12,
                        SuiteColumn::rate,
                        line -> rate(line)),
                new SuiteColumn(
                        Words.of("suite.tau-e-ms"),
                        Words.of("suite.mean-time-constant-of"),
                        10.5,
                        line -> range(line.row().tauE()),
                        line -> of(line, "%.1f", fit -> fit.best().tauE())),
                new SuiteColumn(
                        Words.of("suite.tau-i-ms"),
                        Words.of("suite.mean-time-constant-of-the"),
                        10.5,
                        line -> range(line.row().tauI()),
                        line -> of(line, "%.1f", fit -> fit.best().tauI())),
                new SuiteColumn(
                        Words.of("suite.95-y-epoch"),
                        Words.of("suite.first-epoch-with-95"),
                        8.5,
                        line -> Entry.number("%.0f", line.row().convergedEpoch()),
                        line -> of(line, "%.0f", fit -> (double) fit.convergedEpoch())),
                new SuiteColumn(
                        Words.of("suite.until-then-s"),
                        Words.of("suite.training-time-until-then"),
                        8.5,
                        line -> Entry.number("%.1f", line.row().convergedSeconds()),
                        line -> of(line, "%.1f", FitSummary::convergedSeconds)),
                new SuiteColumn(
                        Words.of("suite.per-fit-s"),
                        Words.of("suite.time-of-a-whole"),
                        7,
                        line -> Entry.number("%.1f", line.row().seconds()),
                        line -> of(line, "%.1f", FitSummary::seconds)),
                new SuiteColumn(
                        Words.of("suite.warnings"),
                        Words.of("suite.warnings-of-the-fits"),
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
                Words.of("suite.fits"),
                Words.of("suite.finished-fits-of-the"),
                10,
                line -> new Entry(fits(line), line.count(FitState.Finished.class)),
                line -> new Entry(line.state().words(), order(line.state())));
    }

    private static String fits(ArmLine line) {
        if (line.leftOut().isPresent()) {
            return Words.of("suite.left-out");
        }
        int running = line.count(FitState.Running.class);
        int failed = line.count(FitState.Failed.class);
        return Words.of(
                "suite.of",
                line.count(FitState.Finished.class),
                line.fits().size(),
                SuiteReading.running(running, line.paused()),
                failed == 0 ? "" : Words.of("suite.failed-2", failed));
    }

    private static double order(FitState state) {
        return switch (state) {
            case FitState.Waiting _ -> 0;
            case FitState.Running running -> (double) running.epoch() / Math.max(1, running.epochs());
            case FitState.Finished _ -> 1;
            case FitState.Failed _ -> 2;
        };
    }

    private static double order(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> 0;
            case WITHIN_SEED_NOISE -> 1;
            case WORSE -> 2;
            case UNKNOWN -> 3;
            case NONE -> 4;
        };
    }

    private static Entry spread(Spread spread) {
        if (Double.isNaN(spread.mean())) {
            return Entry.EMPTY;
        }
        String text = spread.values().size() < 2
                ? Words.of("suite.1-seed", SuiteTable.number(spread.mean(), "%.3f"))
                : SuiteTable.spread(spread, "%.3f");
        return new Entry(text, spread.mean());
    }

    private static Entry range(Spread spread) {
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
