package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunScore;
import org.dalescope.model.run.store.RunStatus;

/** A line of the library. */
public sealed interface LibraryItem {
    /** What a person reads first. */
    String title();

    /** What stands below it. */
    String detail();

    /** Number of warnings. */
    int warnings();

    /** The file or folder that it is of; empty for a heading. */
    Optional<Path> path();

    /** Whether it may be put into the trash. */
    default boolean isDeletable() {
        return false;
    }

    /** A heading between kinds of items, with a hint where there are none. */
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

    /** A session that was opened, since the program started or before. */
    record SessionItem(String title, Path file, String detail, int warnings) implements LibraryItem {
        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }
    }

    /**
     * A suite on disk.
     *
     * @param finished fits that finished
     * @param fits all of its fits
     * @param unfolded whether its fits are listed below it
     */
    record SuiteItem(String title, Path folder, String sessions, int finished, int fits, int failed, boolean unfolded)
            implements LibraryItem {
        @Override
        public String detail() {
            return fits == 0 ? "suite.json is damaged" : "%s of %s fits".formatted(finished, fits);
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

        /** Whether the other says the same, apart from how it is shown. */
        boolean isSameAs(SuiteItem other) {
            return equals(new SuiteItem(
                    other.title, other.folder, other.sessions, other.finished, other.fits, other.failed, unfolded));
        }
    }

    /**
     * A run on disk.
     *
     * @param compared whether it is chosen for comparison
     * @param ghost whether it is drawn behind the run on show
     * @param paused whether it runs in this window and rests there
     */
    record RunItem(RunEntry entry, boolean compared, boolean ghost, boolean paused) implements LibraryItem {
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

        /** State, and the score with its ceiling and its share of it. */
        @Override
        public String detail() {
            String words = status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            RunScore score = entry.score();
            if (entry.isRunning()) {
                return "%s, epoch %s%s"
                        .formatted(
                                paused ? "paused" : words,
                                entry.epoch(),
                                entry.epochs() > 0 ? " " + "of %s".formatted(entry.epochs()) : "");
            }
            return Double.isNaN(score.value())
                    ? words
                    : String.format(
                            Locale.ROOT,
                            "%.2f / %s = %s  %s",
                            score.value(),
                            number(score.ceiling()),
                            number(score.share()),
                            words);
        }

        /** A suite's single fits would be fitted again when it goes on. */
        @Override
        public boolean isDeletable() {
            return entry.place().isEmpty();
        }

        /** How far a running fit is, from 0 to 1; NaN for others. */
        public double progress() {
            return entry.isRunning() && entry.epochs() > 0 ? entry.epoch() / (double) entry.epochs() : Double.NaN;
        }

        /** What the person made of it: pinned, compared, ghost, and its tags. */
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

        private static String number(double value) {
            return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
        }
    }
}
