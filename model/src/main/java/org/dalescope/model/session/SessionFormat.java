package org.dalescope.model.session;

/** A file format, recognised by content and never by name. */
public interface SessionFormat {
    /** Whether a file is of this format. */
    boolean recognises(FileHead head);

    /**
     * Reads and checks a session.
     *
     * @throws org.dalescope.model.Refusal saying what is wrong, where, and what to do
     */
    Session read(SessionRequest request);
}
