package org.dalescope.app.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;

/** A column of the table of runs in the compare view. */
public sealed interface RunColumn {
    /** A stable key such as {@code score}; for a setting its dotted key. */
    String key();

    String title();

    /** Whether the column is shown before the user chooses columns. */
    boolean shownAtFirst();

    /** The text of the cell. */
    String text(RunEntry run);

    /** The column for an exported table. */
    Table.Column of(List<RunEntry> runs);

    /** A column of texts. */
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
     * A column of numbers; NaN if a run has no value.
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

    /** The columns that every run has. */
    static List<RunColumn> all() {
        return List.of(
                new Text("run", "Run", true, RunEntry::name),
                new Text("session", "Session", true, RunEntry::session),
                new Text("state", "State", true, run -> run.status()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')),
                new Numbers(
                        "psth_r", "psth_r", "", true, "%.3f", run -> run.score().value()),
                new Numbers("standard_error", "± SE (trials)", "", true, "%.3f", run -> run.score()
                        .standardError()),
                new Numbers("ceiling_training_psth", "Training PSTH", "", true, "%.3f", run -> run.score()
                        .ceiling()),
                new Numbers("share_of_ceiling", "Share", "", true, "%.2f", run -> run.score()
                        .share()),
                new Numbers("ceiling_split_half", "Split-half ceiling", "", false, "%.3f", run -> run.score()
                        .splitHalf()),
                new Text("preset", "Preset", true, RunEntry::preset),
                new Text("tags", "Tags", true, run -> run.notes().tagLine()),
                new Text("note", "Note", false, run -> run.notes().note()),
                new Numbers("seed", "Seed", "", true, "%.0f", number(RunFacts::seed)),
                new Numbers("epochs", "Epochs", "", true, "%.0f", RunEntry::epoch),
                new Numbers("best_epoch", "Best epoch", "", false, "%.0f", number(RunFacts::bestEpoch)),
                new Numbers("seconds", "Time (s)", "s", false, "%.1f", number(RunFacts::seconds)),
                new Numbers("warnings", "Warnings", "", true, "%.0f", RunEntry::warnings),
                new Text("started", "Started (UTC)", false, RunEntry::started),
                new Text("engine", "Engine", false, run -> run.facts()
                        .map(RunFacts::engine)
                        .orElse("")),
                new Text("folder", "Folder", false, run -> run.run().folder().toString()));
    }

    /** The column of a setting; numeric if all runs have numbers. */
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
