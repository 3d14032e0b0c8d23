package org.dalescope.model.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.UserError;

/** Why a file of a run folder could not be read: it is gone, the permission is missing, or its content is damaged. */
final class UnreadableRun {
    private UnreadableRun() {}

    /**
     * The error to throw.
     *
     * @param damaged what to say where the file is there and may be read
     */
    static UserError of(Path file, String damaged, Exception cause) {
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        if (Files.notExists(folder)) {
            return new StorageFailure(
                    folder + " is gone: it was deleted or moved. Bring it back, or open another run.", cause);
        }
        if (Files.notExists(file)) {
            return new StorageFailure(file + " is gone: restore it from a copy, or fit the run again.", cause);
        }
        return Files.isReadable(file)
                ? new Refusal(damaged, cause)
                : new StorageFailure(file + " cannot be read: you have no permission. Ask its owner for it.", cause);
    }
}
