package org.dalescope.model.run.execution;

import java.util.function.LongSupplier;

/**
 * When a running fit saves: every second, less often where that would be most of its work or more than a disk should take for days
 * on end. A weekend at the full rate writes 0.7 TB; 32 MiB of earlier epochs every second would be 5.8 TB.
 */
final class SaveSchedule {
    private static final double EVERY_SECONDS = 1;

    /** A long history takes its time to be written: no more than a twentieth of a fit's time goes into that. */
    private static final double LEAST_FITTING_PER_SAVING = 20;

    private static final double MOST_BYTES_PER_SECOND = 4 << 20;

    private final LongSupplier nanos;
    private long lastSaved;
    private double wait = EVERY_SECONDS;

    SaveSchedule(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastSaved = nanos.getAsLong();
    }

    boolean isDue() {
        return seconds(lastSaved, nanos.getAsLong()) > wait;
    }

    /** Now, for {@link #saved}. */
    long begins() {
        return nanos.getAsLong();
    }

    /**
     * Something was saved.
     *
     * @param begun when that began
     * @param bytes how much was written
     */
    void saved(long begun, long bytes) {
        lastSaved = nanos.getAsLong();
        wait = Math.max(
                EVERY_SECONDS,
                Math.max(LEAST_FITTING_PER_SAVING * seconds(begun, lastSaved), bytes / MOST_BYTES_PER_SECOND));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
