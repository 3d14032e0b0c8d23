package org.dalescope.model.common;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The limit of the memory outside Java's heap: the memory of the machine that is free for native libraries.
 *
 * @param bytes the number of bytes
 */
public record MachineMemory(long bytes) {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final double GB = 1e9;
    private static final int KIB = 1024;

    /** The memory that is free now. In a container, this is the memory of the container. */
    public static MachineMemory now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // On Linux the system counts its file cache as used, although it gives it back at once.
        long free = available().orElse(system.getFreeMemorySize());
        return new MachineMemory(Math.min(free, system.getTotalMemorySize()));
    }

    /**
     * Rejects work that does not fit.
     *
     * @param needed bytes
     * @param what the subject of the sentence, such as "The fit"
     * @param remedy what to do instead of closing other programs, without a full stop
     * @throws InputError if it does not fit, with both numbers
     */
    public void require(long needed, String what, String remedy) {
        if (needed > bytes) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "%s needs %.2f GB outside Java's memory for libtorch, but the machine has %.2f GB free: %s, use"
                            + " --engine fused, or close other programs.",
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
