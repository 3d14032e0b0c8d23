package org.dalescope.model.common;

import java.util.Locale;

/**
 * The memory that Java may take, asked before much of it is taken: a sentence with the numbers beforehand instead of an end in
 * the middle of the work.
 *
 * @param bytes how many there are
 */
public record HeapMemory(long bytes) {
    /** What the program itself, its window and what is open already take of the heap. */
    private static final double FREE = 0.85;

    private static final double GB = 1e9;

    /** What the heap may grow to, but for a part that stays free. */
    public static HeapMemory ofThisProgram() {
        return new HeapMemory((long) (FREE * Runtime.getRuntime().maxMemory()));
    }

    /**
     * Refuses what does not fit.
     *
     * @param needed bytes
     * @param what the subject of the sentence, such as "The session"
     * @param remedy what to do instead of giving the program more memory, without a full stop
     * @throws InputError with both numbers
     */
    public void require(double needed, String what, String remedy) {
        if (needed > bytes) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "%s needs %.2f GB of memory, and the program has %.2f GB: %s, or give it more (set"
                            + " DALESCOPE_JAVA_OPTS to -Xmx%dg).",
                    what,
                    needed / GB,
                    bytes / GB,
                    remedy,
                    (long) Math.ceil(needed / FREE / (1L << 30)) + 1));
        }
    }
}
