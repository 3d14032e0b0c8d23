package org.dalescope.model.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.UserError;

/** Why a file of a run folder could not be read. */
public enum UnreadableRun {
    /** The whole folder is gone. */
    RUN_GONE,
    /** The file alone is gone. */
    FILE_GONE,
    /** The permission is missing. */
    NOT_ALLOWED,
    /** The file is there and may be read, but its content is wrong. */
    DAMAGED;

    /** Looks at the disk. */
    public static UnreadableRun why(Path file) {
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
                new StorageFailure(
                        folder(file) + " is gone: it was deleted or moved. Bring it back, or open another run.", cause);
            case FILE_GONE ->
                new StorageFailure(file + " is gone: restore it from a copy, or fit the run again.", cause);
            case NOT_ALLOWED ->
                new StorageFailure(file + " cannot be read: you have no permission. Ask its owner for it.", cause);
            case DAMAGED -> new Refusal(damaged, cause);
        };
    }
}
