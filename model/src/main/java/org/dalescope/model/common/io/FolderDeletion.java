package org.dalescope.model.common.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.dalescope.model.common.StorageError;

/** Deletes a folder with everything in it. */
public final class FolderDeletion {
    private FolderDeletion() {}

    /**
     * Deletes a folder.
     *
     * @throws StorageError if something in it cannot be deleted
     */
    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be deleted: delete it by hand.", e);
        }
    }
}
