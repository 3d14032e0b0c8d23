package org.dalescope.model.common;

import java.io.Serial;

/** An error in the input: a file, a setting or a request that cannot be used as it is. */
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
