package org.dalescope.app.window.library;

import java.nio.file.Path;
import java.util.Locale;
import org.dalescope.model.run.RunStatus;

/** A line of the library. */
public sealed interface LibraryItem {
    /** What a person reads first. */
    String title();

    /** What stands below it. */
    String detail();

    /** Number of warnings. */
    int warnings();

    /** A heading between kinds of items, with a hint where there are none. */
    record Heading(String title, String detail) implements LibraryItem {
        @Override
        public int warnings() {
            return 0;
        }
    }

    /** A session opened since the program started. */
    record SessionItem(String title, Path file, String detail, int warnings) implements LibraryItem {}

    /**
     * A suite on disk.
     *
     * @param finished fits that finished
     * @param fits all of its fits
     */
    record SuiteItem(String title, Path folder, String sessions, int finished, int fits, int failed)
            implements LibraryItem {
        @Override
        public String detail() {
            return fits == 0 ? "suite.json is damaged" : finished + " of " + fits + " fits";
        }

        @Override
        public int warnings() {
            return failed;
        }
    }

    /**
     * A run on disk.
     *
     * @param score validation psth_r; NaN where there is none yet
     * @param ceiling the training-PSTH ceiling; NaN where there is none yet
     */
    record RunItem(
            String title, Path folder, RunStatus status, String session, double score, double ceiling, int warnings)
            implements LibraryItem {
        @Override
        public String detail() {
            String words = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return Double.isNaN(score) ? words : String.format(Locale.ROOT, "%.2f / %.2f  %s", score, ceiling, words);
        }
    }
}
