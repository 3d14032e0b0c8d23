package org.dalescope.model.common;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The memory of the machine that no program uses, of which libraries outside Java take theirs.
 *
 * @param bytes how many there are
 */
public record MachineMemory(long bytes) {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final double GB = 1e9;
    private static final int KIB = 1024;

    /** What is free now, in the container that the program runs in where it runs in one. */
    public static MachineMemory now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // Linux counts as used what it keeps of files and gives back at once.
        long free = available().orElse(system.getFreeMemorySize());
        return new MachineMemory(Math.min(free, system.getTotalMemorySize()));
    }

    /**
     * Refuses what does not fit.
     *
     * @param needed bytes
     * @param what the subject of the sentence, such as "The fit"
     * @param remedy what to do instead of ending other programs, without a full stop
     * @throws InputError with both numbers
     */
    public void require(long needed, String what, String remedy) {
        if (needed > bytes) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "%s needs %.2f GB outside Java's memory for libtorch, and the machine has %.2f GB free: %s, take"
                            + " --engine fused, or end other programs.",
                    what,
                    needed / GB,
                    bytes / GB,
                    remedy));
        }
    }

    private static OptionalLong available() {
        if (!Files.isReadable(LINUX)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(LINUX).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }
}
