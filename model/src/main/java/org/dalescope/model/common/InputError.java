package org.dalescope.model.common;

import java.io.Serial;

/** An error with a sentence for the user: a file, a setting or a request cannot be used as it is. */
public final class InputError extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    public InputError(String sentence) {
        super(sentence);
    }

    public InputError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
