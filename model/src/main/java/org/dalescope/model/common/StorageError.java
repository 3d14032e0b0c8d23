package org.dalescope.model.common;

import java.io.Serial;

/** A file or a folder could not be read or written: permissions, a full disk, a drive that is gone. The input may be right. */
public final class StorageError extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    public StorageError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
