package org.dalescope.model.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dalescope.model.Refusal;

/** One fit at a time in a run folder, one suite at a time in a suite's, whichever program runs it; the operating system frees it when the program ends. */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws Refusal where another holds it
     */
    public static RunLock take(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw new Refusal(
                        folder + " is in use by another Dalescope that fits into it: wait for it, or stop it there.");
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new Refusal(folder + " cannot be written: check its permissions.", e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Refusal("A lock could not be given back: " + e.getMessage(), e);
        }
    }
}
