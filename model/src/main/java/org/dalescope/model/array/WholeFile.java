package org.dalescope.model.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.dalescope.model.Refusal;

/** Files that are either whole or not there: written beside their place and moved into it. */
public final class WholeFile {
    private WholeFile() {}

    /** Something that writes to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file and moves it into its place; folders are made.
     *
     * @throws Refusal if the place cannot be written
     */
    public static void write(Path file, Content content) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        try {
            Files.createDirectories(folder);
            // Not createTempFile: that would leave the file readable by its owner alone.
            Path part = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    content.writeTo(out);
                }
                move(part, absolute);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Refusal(
                    file + " cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "): check the folder's permissions and free space.",
                    e);
        }
    }

    /** Writes a text file in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
