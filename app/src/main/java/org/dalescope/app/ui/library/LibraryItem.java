package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.app.chart.TwoDecimals;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunScore;
import org.dalescope.model.run.store.RunStatus;

/** An item in the library's list: a heading, a session, a suite or a run. */
public sealed interface LibraryItem {
    /** The title of the item. */
    String title();

    /** The text below the title. */
    String detail();

    /** The number of warnings. */
    int warnings();

    /** The file or folder of the item; empty for a heading. */
    Optional<Path> path();

    /** Whether the item may be moved to the trash. */
    default boolean isDeletable() {
        return false;
    }

    /** A heading above a kind of items, with a hint if there are none. */
    record Heading(String title, String detail) implements LibraryItem {
        @Override
        public int warnings() {
            return 0;
        }

        @Override
        public Optional<Path> path() {
            return Optional.empty();
        }
    }

    /** A session that was opened since the program started or earlier. */
    record SessionItem(String title, Path file, String detail, int warnings) implements LibraryItem {
        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }
    }

    /**
     * A suite on disk.
     *
     * @param finished the number of finished fits
     * @param fits the number of all fits
     * @param unfolded whether its fits are listed below
     */
    record SuiteItem(String title, Path folder, String sessions, int finished, int fits, int failed, boolean unfolded)
            implements LibraryItem {
        @Override
        public String detail() {
            return fits == 0
                    ? "suite.json is damaged: restore it from a copy"
                    : "%s of %s fits".formatted(finished, fits);
        }

        @Override
        public int warnings() {
            return failed;
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(folder);
        }

        @Override
        public boolean isDeletable() {
            return true;
        }

        /** Whether the other item has the same content, regardless of how it is shown. */
        boolean isSameAs(SuiteItem other) {
            return equals(new SuiteItem(
                    other.title, other.folder, other.sessions, other.finished, other.fits, other.failed, unfolded));
        }
    }

    /**
     * A run on disk.
     *
     * @param shown whether all views show it
     * @param compared whether it is chosen for comparison
     * @param ghost whether it is drawn behind the shown run
     * @param paused whether it runs in this window and is paused
     */
    record RunItem(RunEntry entry, boolean shown, boolean compared, boolean ghost, boolean paused)
            implements LibraryItem {
        @Override
        public String title() {
            return entry.place()
                    .map(place -> "%s, seed %s".formatted(place.arm(), place.seed()))
                    .orElseGet(entry::name);
        }

        public Path folder() {
            return entry.run().folder();
        }

        public RunStatus status() {
            return entry.status();
        }

        /** The state, and the score with its ceiling and its share of the ceiling. */
        @Override
        public String detail() {
            String words = status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            RunScore score = entry.score();
            if (entry.isRunning()) {
                return "%s, epoch %s%s"
                        .formatted(
                                paused ? "paused" : words,
                                entry.epoch(),
                                entry.epochs() > 0 ? " of %s".formatted(entry.epochs()) : "");
            }
            return Double.isNaN(score.value())
                    ? words
                    : String.format(
                            Locale.ROOT,
                            "%.2f / %s = %s  %s",
                            score.value(),
                            TwoDecimals.of(score.ceiling()),
                            TwoDecimals.of(score.share()),
                            words);
        }

        /** Single fits of a suite cannot be deleted: they would be fitted again when the suite continues. */
        @Override
        public boolean isDeletable() {
            return entry.place().isEmpty();
        }

        /** The progress of a running fit from 0 to 1; NaN for other runs. */
        public double progress() {
            return entry.isRunning() && entry.epochs() > 0 ? entry.epoch() / (double) entry.epochs() : Double.NaN;
        }

        /** The user's marks: pinned, compared, ghost, and the tags. */
        public String marks() {
            List<String> words = new ArrayList<>();
            if (entry.notes().pinned()) {
                words.add("pinned");
            }
            if (compared) {
                words.add("compared");
            }
            if (ghost) {
                words.add("ghost");
            }
            entry.tags().forEach(tag -> words.add("#" + tag));
            return String.join("  ", words);
        }

        @Override
        public int warnings() {
            return entry.warnings();
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(folder());
        }
    }
}
