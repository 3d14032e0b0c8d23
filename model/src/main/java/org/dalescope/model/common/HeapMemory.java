package org.dalescope.model.common;

import java.util.Locale;

/**
 * The limit of the heap memory that any part of the program may use. It is checked before a large allocation, so that
 * the user reads a sentence with the numbers instead of losing the work halfway.
 *
 * @param bytes the number of bytes
 */
public record HeapMemory(long bytes) {
    /** The share of the heap that is available: the program, its window and open sessions take the rest. */
    private static final double FREE = 0.85;

    private static final double GB = 1e9;

    /** The available share of the largest size that the heap may reach. */
    public static HeapMemory ofThisProgram() {
        return new HeapMemory((long) (FREE * Runtime.getRuntime().maxMemory()));
    }

    /**
     * Rejects work that does not fit.
     *
     * @param needed bytes
     * @param what the subject of the sentence, such as "The session"
     * @param remedy what to do instead of giving the program more memory, without a full stop
     * @throws InputError if it does not fit, with both numbers
     */
    public void require(double needed, String what, String remedy) {
        if (needed > bytes) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "%s needs %.2f GB of memory, but the program has %.2f GB: %s, or give the program more memory (set"
                            + " DALESCOPE_JAVA_OPTS to -Xmx%dg).",
                    what,
                    needed / GB,
                    bytes / GB,
                    remedy,
                    (long) Math.ceil(needed / FREE / (1L << 30)) + 1));
        }
    }
}
