package org.dalescope.model.run.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.FolderDeletion;

/**
 * Writes the folder of a run's export atomically: the folder is filled under a temporary name and then moved to its
 * place.
 */
final class ExportFolder {
    private ExportFolder() {}

    static void write(Path folder, AtomicFile.Part content) {
        Path absolute = folder.toAbsolutePath();
        Path part = AtomicFile.partOf(absolute);
        AtomicFile.folder(part);
        try {
            content.write(part);
            Files.move(part, absolute);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be written (" + e.getMessage() + "). Check the disk.", e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path folder) {
        try {
            FolderDeletion.delete(folder);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be removed (" + e.getMessage() + "). Remove it manually.", e);
        }
    }
}
