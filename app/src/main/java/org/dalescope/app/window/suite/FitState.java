package org.dalescope.app.window.suite;

import java.util.Locale;
import org.dalescope.app.words.Words;

/** How far one fit of a suite is. */
public sealed interface FitState {
    /** As the table says it. */
    String words();

    /** Not begun, or stopped on the way. */
    record Waiting() implements FitState {
        @Override
        public String words() {
            return Words.of("suite.waiting");
        }
    }

    /**
     * On its way.
     *
     * @param epoch epochs done
     * @param epochs how many it has at most
     */
    record Running(int epoch, int epochs) implements FitState {
        @Override
        public String words() {
            return String.format(
                    Locale.ROOT, Words.of("suite.epoch-of"), 100.0 * epoch / Math.max(1, epochs), epoch, epochs);
        }
    }

    /** Ran to its end. */
    record Finished() implements FitState {
        @Override
        public String words() {
            return Words.of("suite.finished");
        }
    }

    /** Came to nothing; the suite went on. */
    record Failed(String reason) implements FitState {
        @Override
        public String words() {
            return Words.of("suite.failed", reason);
        }
    }
}
