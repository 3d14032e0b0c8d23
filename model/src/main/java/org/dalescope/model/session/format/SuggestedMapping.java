package org.dalescope.model.session.format;

import java.io.Serial;
import java.util.Optional;
import org.dalescope.model.session.Mapping;

/**
 * A mapping, for a file of any session format, that would resolve a reading error if the user confirms it; attached as
 * the cause of the error.
 */
public final class SuggestedMapping extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Mapping mapping;

    /**
     * Creates a suggestion.
     *
     * @param words the effect of confirming it, such as "Read the spike times as milliseconds"
     */
    public SuggestedMapping(String words, Mapping mapping) {
        super(words);
        this.mapping = mapping;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** The effect of confirming the suggestion, in words. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The suggestion that an error carries, if any. */
    public static Optional<SuggestedMapping> of(Throwable refused) {
        Throwable cause = refused.getCause();
        if (cause == null) {
            return Optional.empty();
        }
        return cause instanceof SuggestedMapping suggestion ? Optional.of(suggestion) : of(cause);
    }
}
