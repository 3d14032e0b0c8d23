package org.dalescope.app.ui.suite;

import java.util.Locale;

/** The state of one fit of a suite, as the suite view shows it. */
public sealed interface SuiteFitState {
    /** The text in the table. */
    String words();

    /** The fit has not started, or it was stopped before its end. */
    record Waiting() implements SuiteFitState {
        @Override
        public String words() {
            return "waiting";
        }
    }

    /**
     * The fit is running.
     *
     * @param epoch the number of completed epochs
     * @param epochs the maximum number of epochs
     */
    record Running(int epoch, int epochs) implements SuiteFitState {
        @Override
        public String words() {
            return String.format(
                    Locale.ROOT, "%.0f %%, epoch %d of %d", 100.0 * epoch / Math.max(1, epochs), epoch, epochs);
        }
    }

    /** The fit has finished. */
    record Finished() implements SuiteFitState {
        @Override
        public String words() {
            return "finished";
        }
    }

    /** The fit failed; the suite continued. */
    record Failed(String reason) implements SuiteFitState {
        @Override
        public String words() {
            return "failed: %s".formatted(reason);
        }
    }
}
