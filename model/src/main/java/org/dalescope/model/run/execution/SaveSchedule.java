package org.dalescope.model.run.execution;

import java.util.function.LongSupplier;

/**
 * Decides when a running fit saves its state to its run folder. It saves every second, but less often if saving would
 * take most of the time or would write too much to the disk over days. A weekend at the full rate writes 0.7 TB; 32 MiB
 * of earlier epochs every second would be 5.8 TB.
 */
final class SaveSchedule {
    private static final double EVERY_SECONDS = 1;

    /**
     * The smallest ratio of fitting time to saving time. Writing a long history is slow and may take at most a
     * twentieth of the time of a fit.
     */
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

    /** The current time, for {@link #saved}. */
    long begins() {
        return nanos.getAsLong();
    }

    /**
     * Records that the state was saved.
     *
     * @param begun time at which saving began
     * @param bytes number of bytes that were written
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
