package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * One fit at a time in a run folder, one suite at a time in a suite's, whichever program runs it; the operating system frees it
 * when the program ends. Some file systems have no locks (NFS without a lock manager): there it holds nothing, and says so.
 */
public final class RunLock implements AutoCloseable {
    /** What the operating systems say of a file system without locks. */
    private static final Pattern NO_LOCKS =
            Pattern.compile("(?i)no locks available|function not implemented|not supported");

    /** Folders held by this program: where there are no file locks, nothing else tells two fits of one program apart. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path held;
    private final FileChannel channel;
    private final Optional<String> warning;

    private RunLock(Path held, FileChannel channel, Optional<String> warning) {
        this.held = held;
        this.channel = channel;
        this.warning = warning;
    }

    /** How a lock is asked for; fails where the file system has none. */
    interface Attempt {
        /** Whether the lock was free, and is now held. */
        boolean isTaken(FileChannel channel) throws IOException;
    }

    /**
     * Takes the lock.
     *
     * @throws InputError where another holds it
     * @throws StorageError where the folder cannot be written or the lock cannot be asked for
     */
    public static RunLock take(Path folder) {
        return take(folder, RunLock::lock);
    }

    static RunLock take(Path folder, Attempt attempt) {
        FileChannel channel = open(folder);
        Path held = real(folder);
        boolean mine = HELD.add(held);
        boolean kept = false;
        try {
            Optional<String> warning = Optional.empty();
            try {
                kept = mine && attempt.isTaken(channel);
            } catch (IOException e) {
                warning = Optional.of(withoutLocks(folder, e));
                kept = true;
            }
            if (!kept) {
                throw new InputError(
                        folder + " is in use by another Dalescope that fits into it: wait for it, or stop it there.");
            }
            return new RunLock(held, channel, warning);
        } finally {
            if (!kept) {
                if (mine) {
                    HELD.remove(held);
                }
                close(channel);
            }
        }
    }

    /** The warning where there are no locks; any other failure tells nothing of who holds the folder, and ends here. */
    private static String withoutLocks(Path folder, IOException failure) {
        String said = String.valueOf(failure.getMessage());
        if (!NO_LOCKS.matcher(said).find()) {
            throw new StorageError(
                    "It cannot be found out whether " + folder + " is in use (" + said
                            + "): check the drive or the network, then try again.",
                    failure);
        }
        return "The file system of " + folder + " has no file locks (" + said
                + "): the program continues without one. Do not start a second fit or suite in this folder.";
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** What the user should know where the file system has no locks. */
    public Optional<String> warning() {
        return warning;
    }

    private static FileChannel open(Path folder) {
        try {
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be written: check its permissions.", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            HELD.remove(held);
            close(channel);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageError("A lock could not be given back: " + e.getMessage(), e);
        }
    }
}
