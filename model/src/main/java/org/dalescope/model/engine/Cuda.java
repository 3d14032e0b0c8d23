package org.dalescope.model.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a CUDA device can be there at all, told without loading libtorch, which takes a second. */
final class Cuda {
    private Cuda() {}

    /** Why there is none; empty where libtorch has to be asked. */
    static Optional<String> missing() {
        return missing(setting("PYTORCH_FLAVOR"), drivers().stream().anyMatch(Files::exists));
    }

    static Optional<String> missing(Optional<String> flavour, boolean driver) {
        if (flavour.filter(f -> f.startsWith("cu")).isEmpty()) {
            return Optional.of("no CUDA libtorch is named: set PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR"
                    + " (docs/gpu.md)");
        }
        return driver ? Optional.empty() : Optional.of("there is no NVIDIA driver on this machine");
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name)));
    }

    private static List<Path> drivers() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String root = Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows");
            return List.of(Path.of(root, "System32", "nvcuda.dll"));
        }
        // The last is the driver of the Windows machine around a Linux subsystem.
        return List.of(Path.of("/proc/driver/nvidia/version"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));
    }
}
