package org.dalescope.model.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures the peak memory of this process in a benchmark. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmHWM:";

    private PeakMemory() {}

    /** The peak resident memory on Linux, otherwise the heap in use, in 10^6 bytes. */
    public static double megabytes() {
        try {
            if (Files.exists(STATUS)) {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith(LINE)) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
                    }
                }
            }
        } catch (IOException unreadable) {
            return heap();
        }
        return heap();
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
