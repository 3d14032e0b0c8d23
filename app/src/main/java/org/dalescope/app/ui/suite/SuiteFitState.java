package org.dalescope.app.ui.suite;

import java.util.Locale;

/** How far one fit of a suite is. */
public sealed interface SuiteFitState {
    /** As the table says it. */
    String words();

    /** Not begun, or stopped on the way. */
    record Waiting() implements SuiteFitState {
        @Override
        public String words() {
            return "waiting";
        }
    }

    /**
     * On its way.
     *
     * @param epoch epochs done
     * @param epochs how many it has at most
     */
    record Running(int epoch, int epochs) implements SuiteFitState {
        @Override
        public String words() {
            return String.format(
                    Locale.ROOT, "%.0f %%, epoch %d of %d", 100.0 * epoch / Math.max(1, epochs), epoch, epochs);
        }
    }

    /** Ran to its end. */
    record Finished() implements SuiteFitState {
        @Override
        public String words() {
            return "finished";
        }
    }

    /** Came to nothing; the suite went on. */
    record Failed(String reason) implements SuiteFitState {
        @Override
        public String words() {
            return "failed: %s".formatted(reason);
        }
    }
}
