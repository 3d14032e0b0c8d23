package org.dalescope.app.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.text.Messages;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;

/** A column of the table of runs. */
public sealed interface RunColumn {
    /** Stable, such as {@code score}; a setting's is its dotted key. */
    String key();

    String title();

    /** Whether it is shown before anybody chooses. */
    boolean shownAtFirst();

    /** As a person reads it. */
    String text(RunEntry run);

    /** The column of a file. */
    Table.Column of(List<RunEntry> runs);

    /** Words. */
    record Text(String key, String title, boolean shownAtFirst, Function<RunEntry, String> value) implements RunColumn {
        @Override
        public String text(RunEntry run) {
            return value.apply(run);
        }

        @Override
        public Table.Column of(List<RunEntry> runs) {
            return new Table.Words(key, runs.stream().map(value).toList());
        }
    }

    /**
     * Numbers; NaN where there is none.
     *
     * @param format such as {@code %.3f}
     */
    record Numbers(
            String key,
            String title,
            String unit,
            boolean shownAtFirst,
            String format,
            ToDoubleFunction<RunEntry> value)
            implements RunColumn {
        @Override
        public String text(RunEntry run) {
            double number = value.applyAsDouble(run);
            return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
        }

        @Override
        public Table.Column of(List<RunEntry> runs) {
            return new Table.Numbers(key, unit, runs.stream().mapToDouble(value).toArray());
        }
    }

    /** Those that every run has. */
    static List<RunColumn> all() {
        return List.of(
                new Text("run", Messages.of("compare.run"), true, RunEntry::name),
                new Text("session", Messages.of("compare.session"), true, RunEntry::session),
                new Text("state", Messages.of("compare.state"), true, run -> run.status()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')),
                new Numbers(
                        "psth_r", "psth_r", "", true, "%.3f", run -> run.score().value()),
                new Numbers("standard_error", Messages.of("compare.se-trials"), "", true, "%.3f", run -> run.score()
                        .standardError()),
                new Numbers(
                        "ceiling_training_psth", Messages.of("compare.ceiling"), "", true, "%.3f", run -> run.score()
                                .ceiling()),
                new Numbers("share_of_ceiling", Messages.of("compare.r-ceiling"), "", true, "%.2f", run -> run.score()
                        .share()),
                new Numbers(
                        "ceiling_split_half",
                        Messages.of("compare.split-half-ceiling"),
                        "",
                        false,
                        "%.3f",
                        run -> run.score().splitHalf()),
                new Text("preset", Messages.of("compare.preset"), true, RunEntry::preset),
                new Text("tags", Messages.of("compare.tags"), true, run -> run.notes()
                        .tagLine()),
                new Text("note", Messages.of("compare.note"), false, run -> run.notes()
                        .note()),
                new Numbers("seed", Messages.of("compare.seed"), "", true, "%.0f", number(RunFacts::seed)),
                new Numbers("epochs", Messages.of("compare.epochs"), "", true, "%.0f", RunEntry::epoch),
                new Numbers(
                        "best_epoch",
                        Messages.of("compare.best-epoch"),
                        "",
                        false,
                        "%.0f",
                        number(RunFacts::bestEpoch)),
                new Numbers("seconds", Messages.of("compare.time-s"), "s", false, "%.1f", number(RunFacts::seconds)),
                new Numbers("warnings", Messages.of("compare.warnings"), "", true, "%.0f", RunEntry::warnings),
                new Text("started", Messages.of("compare.started-utc"), false, RunEntry::started),
                new Text("engine", Messages.of("compare.engine"), false, run -> run.facts()
                        .map(RunFacts::engine)
                        .orElse("")),
                new Text("folder", Messages.of("compare.folder"), false, run -> run.run()
                        .folder()
                        .toString()));
    }

    /** A setting; numbers where all runs have numbers. */
    static RunColumn setting(String key, List<RunEntry> runs, boolean shown) {
        boolean numbers = runs.stream()
                .allMatch(run -> run.settings().getOrDefault(key, "").matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?"));
        return numbers
                ? new Numbers(
                        key,
                        key,
                        "",
                        shown,
                        "%.6g",
                        run -> Double.parseDouble(run.settings().getOrDefault(key, "NaN")))
                : new Text(key, key, shown, run -> run.settings().getOrDefault(key, ""));
    }

    private static ToDoubleFunction<RunEntry> number(ToDoubleFunction<RunFacts> of) {
        return run -> run.facts().map(of::applyAsDouble).orElse(Double.NaN);
    }
}
