package org.dalescope.model.run.execution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaveScheduleTest {
    private long now;
    private SaveSchedule pace = new SaveSchedule(() -> now);

    @BeforeEach
    void begin() {
        now = -5_000_000_000L;
        pace = new SaveSchedule(() -> now);
    }

    @Test
    void smallAndQuickFilesAreSavedEverySecond() {
        assertDueAfter(1.0);
        save(0.01, 100_000);
        assertDueAfter(1.0);
    }

    @Test
    void aTwentiethOfTheTimeGoesIntoSaving() {
        save(0.2, 100_000);
        assertDueAfter(4.0);
        save(0.01, 100_000);
        assertDueAfter(1.0);
    }

    @Test
    void largeFilesAreWrittenAtFourMebibytesASecondAtMost() {
        save(0.01, 32L << 20);
        assertDueAfter(8.0);
    }

    private void save(double seconds, long bytes) {
        long begun = pace.begins();
        now += Math.round(seconds * 1e9);
        pace.saved(begun, bytes);
    }

    private void assertDueAfter(double seconds) {
        long from = now;
        now = from + Math.round((seconds - 0.001) * 1e9);
        assertFalse(pace.isDue(), "due before " + seconds + " s");
        now = from + Math.round((seconds + 0.001) * 1e9);
        assertTrue(pace.isDue(), "not due after " + seconds + " s");
    }
}
