package org.dalescope.model.common;

import java.io.Serial;

/**
 * An error that the user can resolve, with a sentence for the user. The sentence says what is wrong, where, and what to
 * do. The command line prints the sentence and exits with 1; the window shows the same sentence in a message.
 */
public abstract sealed class UserError extends RuntimeException permits InputError, StorageError {
    @Serial
    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }

    UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence for the user. */
    public final String sentence() {
        return String.valueOf(getMessage());
    }
}
