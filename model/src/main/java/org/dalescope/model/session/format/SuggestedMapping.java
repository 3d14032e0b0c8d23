package org.dalescope.model.session.format;

import java.io.Serial;
import java.util.Optional;
import org.dalescope.model.session.Mapping;

/** What would mend a refused reading, once a person confirms it; travels as the cause of the refusal. */
public final class SuggestedMapping extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Mapping mapping;

    /**
     * A suggestion.
     *
     * @param words what confirming it means, such as "Read the spike times as milliseconds"
     */
    public SuggestedMapping(String words, Mapping mapping) {
        super(words);
        this.mapping = mapping;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** What confirming it means. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The suggestion that a refusal brings with it, if it does. */
    public static Optional<SuggestedMapping> of(Throwable refused) {
        Throwable cause = refused.getCause();
        if (cause == null) {
            return Optional.empty();
        }
        return cause instanceof SuggestedMapping suggestion ? Optional.of(suggestion) : of(cause);
    }
}
