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
 * A lock on a run folder or suite folder, so that only one fit or suite at a time uses it, across processes. The
 * operating system releases the lock when the program ends. Some file systems have no locks (NFS without a lock
 * manager); in this case nothing is locked and {@link #warning} is set.
 */
public final class RunLock implements AutoCloseable {
    /** The messages of operating systems for a file system without locks. */
    private static final Pattern NO_LOCKS =
            Pattern.compile("(?i)no locks available|function not implemented|not supported");

    /**
     * The folders that this program has locked. Without file locks, only this set prevents two fits of one program in
     * one folder.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path held;
    private final FileChannel channel;
    private final Optional<String> warning;

    private RunLock(Path held, FileChannel channel, Optional<String> warning) {
        this.held = held;
        this.channel = channel;
        this.warning = warning;
    }

    /** An attempt to lock a file; fails if the file system has no locks. */
    interface Attempt {
        /** Whether the lock was free and is now held. */
        boolean isTaken(FileChannel channel) throws IOException;
    }

    /**
     * Takes the lock.
     *
     * @throws InputError if another fit or suite holds it
     * @throws StorageError if the folder cannot be written or the lock cannot be requested
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
                        folder + " is in use by another Dalescope process. Wait until it ends, or stop it.");
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

    /**
     * The warning if there are no locks. Any other failure does not show whether the folder is in use, so it is
     * thrown.
     */
    private static String withoutLocks(Path folder, IOException failure) {
        String said = String.valueOf(failure.getMessage());
        if (!NO_LOCKS.matcher(said).find()) {
            throw new StorageError(
                    "Dalescope cannot determine whether " + folder + " is in use (" + said
                            + "). Check the drive or the network, then try again.",
                    failure);
        }
        return "The file system of " + folder + " has no file locks (" + said
                + "). The program continues without a lock. Do not start a second fit or suite in this folder.";
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** A warning for the user if the file system has no locks. */
    public Optional<String> warning() {
        return warning;
    }

    private static FileChannel open(Path folder) {
        try {
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be written. Check its permissions.", e);
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
            throw new StorageError(
                    "A lock could not be released (" + e.getMessage() + "). Check the drive or the network.", e);
        }
    }
}
