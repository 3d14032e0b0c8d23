package org.dalescope.model.common;

import java.io.Serial;

/** The user cancelled what was under way. This is no error: nothing is shown as wrong, and everything stays as it was. */
public final class CancelledException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Made with a sentence that says what was cancelled. */
    public CancelledException(String sentence) {
        super(sentence);
    }

    public CancelledException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
