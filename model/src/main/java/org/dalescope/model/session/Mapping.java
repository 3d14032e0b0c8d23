package org.dalescope.model.session;

/**
 * How a file's content is understood: guessed, shown, changed by a person, saved as JSON beside a run, and given again with
 * {@code --mapping}.
 */
public sealed interface Mapping permits ArrayMapping, NwbMapping {
    /** What tells the kinds of mapping apart in JSON. */
    String kind();
}
