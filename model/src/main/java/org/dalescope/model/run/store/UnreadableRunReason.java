package org.dalescope.model.run.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;

/** Why a file of a run folder could not be read. */
public enum UnreadableRunReason {
    /** The whole folder is gone. */
    RUN_GONE,
    /** The file alone is gone. */
    FILE_GONE,
    /** The permission is missing. */
    NOT_ALLOWED,
    /** The file is there and may be read, but its content is wrong. */
    DAMAGED;

    /** Looks at the disk. */
    public static UnreadableRunReason why(Path file) {
        if (Files.notExists(folder(file))) {
            return RUN_GONE;
        }
        if (Files.notExists(file)) {
            return FILE_GONE;
        }
        return Files.isReadable(file) ? DAMAGED : NOT_ALLOWED;
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    /**
     * The error to throw.
     *
     * @param damaged what to say where the file is there and may be read
     */
    static UserError of(Path file, String damaged, Exception cause) {
        return switch (why(file)) {
            case RUN_GONE ->
                new StorageError(
                        folder(file) + " is gone: it was deleted or moved. Bring it back, or open another run.", cause);
            case FILE_GONE -> new StorageError(file + " is gone: restore it from a copy, or fit the run again.", cause);
            case NOT_ALLOWED ->
                new StorageError(file + " cannot be read: you have no permission. Ask its owner for it.", cause);
            case DAMAGED -> new InputError(damaged, cause);
        };
    }
}
