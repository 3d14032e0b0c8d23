package org.dalescope.model.session.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * The path and the first bytes of a file, by which every session format recognises its files.
 *
 * @param bytes the first bytes of the file; empty for a folder
 */
public record FileSignature(Path file, byte[] bytes) {
    private static final int LENGTH = 1024;

    /**
     * Reads the first bytes of a file.
     *
     * @throws InputError if the file does not exist
     * @throws StorageError if it cannot be read
     */
    public static FileSignature of(Path file) {
        if (Files.isDirectory(file)) {
            return new FileSignature(file, new byte[0]);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new FileSignature(file, in.readNBytes(LENGTH));
        } catch (NoSuchFileException e) {
            throw new InputError("There is no file " + file + ": check the path.", e);
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        }
    }
}
