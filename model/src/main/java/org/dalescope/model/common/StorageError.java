package org.dalescope.model.common;

import java.io.Serial;

/**
 * An error with a sentence for the user: a file or a folder cannot be read or written, for example because of
 * permissions, a full disk or a missing drive. The input may still be right.
 */
public final class StorageError extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    public StorageError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
