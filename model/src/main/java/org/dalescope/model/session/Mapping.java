package org.dalescope.model.session;

/**
 * A mapping from the content of a file to a recorded session, which says where its parts come from. The program guesses
 * it and shows it, the user can change it, a run saves it as JSON, and {@code --mapping} reads it again.
 */
public sealed interface Mapping permits ArrayMapping, RecordingMapping {
    /** The word that distinguishes the kinds of mapping in JSON. */
    String kind();
}
