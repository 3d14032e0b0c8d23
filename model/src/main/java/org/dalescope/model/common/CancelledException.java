package org.dalescope.model.common;

import java.io.Serial;

/**
 * Signals to any code that the user cancelled the work in progress. Cancelling is not an error: no message reports a
 * fault, and all data stay as they were.
 */
public final class CancelledException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Takes a sentence that says what was cancelled. */
    public CancelledException(String sentence) {
        super(sentence);
    }

    public CancelledException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
