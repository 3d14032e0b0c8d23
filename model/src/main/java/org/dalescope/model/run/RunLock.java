package org.dalescope.model.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;

/**
 * One fit at a time in a run folder, one suite at a time in a suite's, whichever program runs it; the operating system frees it
 * when the program ends. Some file systems have no locks (NFS without a lock manager): there it holds nothing, and says so.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;
    private final Optional<String> warning;

    private RunLock(FileChannel channel, Optional<String> warning) {
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
     * @throws Refusal where another holds it
     */
    public static RunLock take(Path folder) {
        return take(folder, RunLock::lock);
    }

    static RunLock take(Path folder, Attempt attempt) {
        FileChannel channel = open(folder);
        try {
            if (attempt.isTaken(channel)) {
                return new RunLock(channel, Optional.empty());
            }
        } catch (IOException noLocks) {
            return new RunLock(
                    channel,
                    Optional.of(
                            "The file system of " + folder + " has no file locks (" + noLocks.getMessage()
                                    + "): the program continues without one. Do not start a second fit or suite in this folder."));
        }
        close(channel);
        throw new Refusal(folder + " is in use by another Dalescope that fits into it: wait for it, or stop it there.");
    }

    /** What the user should know where the file system has no locks. */
    public Optional<String> warning() {
        return warning;
    }

    private static FileChannel open(Path folder) {
        try {
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StorageFailure(folder + " cannot be written: check its permissions.", e);
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
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageFailure("A lock could not be given back: " + e.getMessage(), e);
        }
    }
}
