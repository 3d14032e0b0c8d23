package org.dalescope.model;

import java.io.Serial;

/**
 * Bad input, told in one sentence that says what is wrong, where, and what to do. The command line prints the sentence
 * and exits with 1; the window shows the same sentence in a message.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence for the person in front of the screen. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
