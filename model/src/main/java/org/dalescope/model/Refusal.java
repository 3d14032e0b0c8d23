package org.dalescope.model;

import java.io.Serial;

/** Bad input: a file, a setting or a wish that cannot be used as it is. */
public final class Refusal extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
