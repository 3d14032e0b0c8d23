package org.dalescope.model.run.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;

/** The reason why a file of a run folder could not be read. */
public enum UnreadableRunReason {
    /** The whole folder is missing. */
    RUN_GONE,
    /** Only the file is missing. */
    FILE_GONE,
    /** The permission is missing. */
    NOT_ALLOWED,
    /** The file exists and can be read, but its content is not valid. */
    DAMAGED;

    /** Finds the reason from the file system. */
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
     * @param damaged message if the file exists and can be read
     */
    static UserError of(Path file, String damaged, Exception cause) {
        return switch (why(file)) {
            case RUN_GONE ->
                new StorageError(
                        folder(file) + " is missing: it was deleted or moved. Restore it, or open another run.", cause);
            case FILE_GONE ->
                new StorageError(file + " is missing. Restore it from a copy, or fit the run again.", cause);
            case NOT_ALLOWED ->
                new StorageError(
                        file + " cannot be read because you have no permission. Ask its owner for permission.", cause);
            case DAMAGED -> new InputError(damaged, cause);
        };
    }
}
