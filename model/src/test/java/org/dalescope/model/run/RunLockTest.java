package org.dalescope.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyOneHoldsAFolder() {
        try (RunLock lock = RunLock.take(folder)) {
            assertEquals(Optional.empty(), lock.warning());
            Refusal refusal = assertThrows(Refusal.class, () -> RunLock.take(folder));
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
            assertTrue(warning.contains("continues without one"), warning);
        }
    }
}
