package org.dalescope.model.session;

import java.nio.file.Path;

/** A file format, recognised by content and never by name. */
public interface SessionFormat {
    /** Whether what begins with these bytes is of this format. */
    boolean recognises(byte[] head);

    /** The same for formats that must look further into the file than its first bytes. */
    default boolean recognises(Path file, byte[] head) {
        return recognises(head);
    }

    /**
     * Reads and checks a session.
     *
     * @throws org.dalescope.model.Refusal saying what is wrong, where, and what to do
     */
    Session read(SessionRequest request);
}
