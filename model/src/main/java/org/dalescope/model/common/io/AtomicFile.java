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
 * Files that are either whole or not there, even where the power fails: written beside their place, brought to the disk and moved
 * into it, and the folder brought to the disk as well.
 */
public final class AtomicFile {
    private static final Pattern PART = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.part");

    /** Nobody who still writes leaves a file untouched for so long. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private AtomicFile() {}

    /** Something that writes to a stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Something that writes a file and may look at it again. */
    @FunctionalInterface
    public interface Part {
        void write(Path part) throws IOException;
    }

    /**
     * Writes a file and moves it into its place; folders are made.
     *
     * @throws InputError if the place cannot be written
     */
    public static void write(Path file, Content content) {
        writeChecked(file, buffered(content));
    }

    /**
     * The same for a file whose folder is there and must not be made: a folder that vanished with its drive would be made on the
     * bare place where the drive was.
     *
     * @throws InputError if the place cannot be written or its folder is not there
     */
    public static void writeInside(Path file, Content content) {
        write(file, buffered(content), false);
    }

    /** Writes a text file in UTF-8 into a folder that must be there. */
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
     * Lets a file be written under another name, and checked there, before it is moved into its place; folders are made.
     *
     * @throws InputError if the place cannot be written
     */
    public static void writeChecked(Path file, Part content) {
        write(file, content, true);
    }

    private static void write(Path file, Part content, boolean foldersToo) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputError(file + " is not an ordinary file and will not be replaced: give another place.");
        }
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        try {
            if (foldersToo) {
                Files.createDirectories(folder);
            }
            // Not createTempFile: that would leave the file readable by its owner alone.
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

    /** A name of its own beside a file or a folder, for what is to be moved into its place once it is whole. */
    public static Path partOf(Path absolute) {
        return absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Removes what somebody who was killed, or whose drive went away, left half written in a folder. */
    public static void sweep(Path folder) {
        Instant latest = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AtomicFile::isPart).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // They only take room; whoever writes next says what is wrong with the folder.
            return;
        }
    }

    /** Whether a file is one that is being written, or was when its writer broke off. */
    public static boolean isPart(Path file) {
        return PART.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a text file in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Makes a folder with its parents.
     *
     * @throws InputError if it cannot be made
     */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be made: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied; choose another folder";
            case FileAlreadyExistsException exists -> "a part of its path is a file and not a folder";
            case NoSuchFileException missing -> "its folder does not exist; choose another or bring it back";
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

    /** Waits until a folder's names are on the disk, where the system lets folders be opened (Windows does not and needs it not). */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notSupported) {
            // The file itself is whole and in its place; only its name may be lost with the power.
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
