package org.dalescope.model.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;

/**
 * By what a format recognises its files.
 *
 * @param bytes the first bytes of a file; none of a folder
 */
public record FileHead(Path file, byte[] bytes) {
    private static final int LENGTH = 1024;

    /**
     * Reads the head of a file.
     *
     * @throws Refusal where there is none or it cannot be read
     */
    public static FileHead of(Path file) {
        if (Files.isDirectory(file)) {
            return new FileHead(file, new byte[0]);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(file, in.readNBytes(LENGTH));
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ": check the path.", e);
        } catch (IOException e) {
            throw new StorageFailure(file + " cannot be read: check its permissions.", e);
        }
    }
}
