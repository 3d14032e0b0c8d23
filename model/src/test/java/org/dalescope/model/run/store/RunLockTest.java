package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLockTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyOneHoldsAFolder() {
        try (RunLock lock = RunLock.take(folder)) {
            assertEquals(Optional.empty(), lock.warning());
            InputError refusal = assertThrows(InputError.class, () -> RunLock.take(folder));
            assertTrue(refusal.sentence().contains("is in use by another Dalescope"), refusal.sentence());
        }
        RunLock.take(folder).close();
    }

    /** What Java throws on NFS without a lock manager. */
    @Test
    void aFileSystemWithoutLocksIsNamedAndUsed() {
        try (RunLock lock = RunLock.take(folder, channel -> {
            throw new IOException("No locks available");
        })) {
            String warning = lock.warning().orElseThrow();
            assertTrue(warning.contains("has no file locks (No locks available)"), warning);
            assertTrue(warning.contains("continues without a lock"), warning);
            // Two fits of one program are told apart without the file system's help.
            assertThrows(
                    InputError.class,
                    () -> RunLock.take(folder, channel -> {
                        throw new IOException("No locks available");
                    }));
        }
        RunLock.take(folder).close();
    }

    @Test
    void anotherFailureIsNoMissingLockManager() {
        List<FileChannel> asked = new ArrayList<>();
        StorageError failure = assertThrows(
                StorageError.class,
                () -> RunLock.take(folder, channel -> {
                    asked.add(channel);
                    throw new IOException("Input/output error");
                }));
        assertTrue(failure.sentence().contains("Input/output error"), failure.sentence());
        assertFalse(asked.getFirst().isOpen());
        RunLock.take(folder).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Function not implemented", "Operation not supported"})
    void theOtherWordsForNoLocksAreKnown(String said) {
        try (RunLock lock = RunLock.take(folder, channel -> {
            throw new IOException(said);
        })) {
            assertTrue(lock.warning().isPresent());
        }
    }
}
