package org.dalescope.model.common.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * Writes files atomically: a file is either complete or absent, even after a power failure. The content is written to a
 * temporary file in the same folder, flushed to the disk and moved to its final name. Then the folder is flushed as
 * well.
 */
public final class AtomicFile {
    private static final Pattern PART = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.part");

    /** A temporary file that has not changed for this long is abandoned. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private AtomicFile() {}

    /** Content that is written to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Content that is written to a file and may be read back before the file is moved. */
    @FunctionalInterface
    public interface Part {
        void write(Path part) throws IOException;
    }

    /**
     * Writes a file and moves it to its final name. Missing folders are created.
     *
     * @throws InputError if the name belongs to something other than a regular file
     * @throws StorageError if the file cannot be written
     */
    public static void write(Path file, Content content) {
        writeChecked(file, buffered(content));
    }

    /**
     * Writes a file into a folder that must already exist. The folder is not created: if its drive was disconnected, a
     * new folder would be created at the empty mount point.
     *
     * @throws InputError if the name belongs to something other than a regular file
     * @throws StorageError if the file cannot be written or its folder does not exist
     */
    public static void writeInside(Path file, Content content) {
        write(file, buffered(content), false);
    }

    /** Writes a text file in UTF-8 into a folder that must already exist. */
    public static void writeInside(Path file, String text) {
        writeInside(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Part buffered(Content content) {
        return part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
        };
    }

    /**
     * Writes a file under a temporary name, where {@code content} may check it, and moves it to its final name. Missing
     * folders are created.
     *
     * @throws InputError if the name belongs to something other than a regular file
     * @throws StorageError if the file cannot be written
     */
    public static void writeChecked(Path file, Part content) {
        write(file, content, true);
    }

    private static void write(Path file, Part content, boolean foldersToo) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputError(file + " is not a regular file and is not replaced: give another file name.");
        }
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        try {
            if (foldersToo) {
                Files.createDirectories(folder);
            }
            // Files.createTempFile would make the file readable by its owner only.
            Path part = partOf(absolute);
            try {
                content.write(part);
                sync(part);
                move(part, absolute);
                syncFolder(folder);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StorageError(file + " cannot be written: " + reason(e) + ".", e);
        }
    }

    /**
     * A unique temporary name next to a file or a folder, for content that is moved to the final name when it is
     * complete.
     */
    public static Path partOf(Path absolute) {
        return absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /**
     * Removes the temporary files that interrupted writers left in a folder, for example after a crash or a lost drive.
     */
    public static void sweep(Path folder) {
        Instant latest = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AtomicFile::isPart).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // Leftover files only take up space, and the next write reports what is wrong with the folder.
            return;
        }
    }

    /** Whether a file is temporary: it is being written, or its writer was interrupted. */
    public static boolean isPart(Path file) {
        return PART.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a text file in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Creates a folder and its parents.
     *
     * @throws StorageError if it cannot be created
     */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be created: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied; choose another folder";
            case FileAlreadyExistsException exists -> "a part of its path is a file; choose another folder";
            case NoSuchFileException missing -> "its folder does not exist; choose another folder or restore this one";
            case FileSystemException other
            when other.getReason() != null -> other.getReason() + "; choose another folder or free some space";
            default -> e.getMessage() + "; check the disk";
        };
    }

    /** Waits until a file's bytes are on the disk. */
    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Flushes a folder's entries to the disk if the system can open folders (Windows cannot and does not need to). */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notSupported) {
            // The file is complete and has its final name; only the name may be lost in a power failure.
            return;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
