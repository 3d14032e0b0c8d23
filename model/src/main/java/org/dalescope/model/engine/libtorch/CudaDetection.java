package org.dalescope.model.engine.libtorch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;

/** Checks whether a CUDA device may be available without loading libtorch, because that takes a second. */
public final class CudaDetection {
    private CudaDetection() {}

    /** The reason why there is no CUDA device; empty if only libtorch can tell. */
    public static Optional<String> missing() {
        try {
            return missing(LibtorchChoice.current());
        } catch (UserError unclear) {
            return Optional.of(withoutStop(unclear));
        }
    }

    /** The same reason for any libtorch, which need not be that of this process. */
    public static Optional<String> missing(LibtorchChoice choice) {
        try {
            return missing(choice.examined(), drivers().stream().anyMatch(Files::exists));
        } catch (UserError unusable) {
            return Optional.of(withoutStop(unusable));
        }
    }

    private static String withoutStop(UserError refusal) {
        return refusal.sentence().replaceAll("\\.$", "");
    }

    public static Optional<String> missing(Optional<LibtorchFolder> libtorch, boolean driver) {
        if (libtorch.isEmpty()) {
            return Optional.of("the included libtorch is for the CPU: choose one for CUDA with --libtorch FOLDER, or"
                    + " 'dalescope libtorch use FOLDER' (docs/gpu.md)");
        }
        Optional<String> obstacle = libtorch.get().gpuObstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        return driver ? Optional.empty() : Optional.of("there is no NVIDIA driver on this machine");
    }

    /** Whether the user chose a libtorch. The user is then notified if no GPU is used. */
    public static boolean isWanted() {
        try {
            String by = LibtorchChoice.current().by();
            return !by.equals(LibtorchChoice.SHIPPED) && !by.equals(LibtorchChoice.INSTALLATION);
        } catch (UserError unclear) {
            return true;
        }
    }

    private static List<Path> drivers() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String root = Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows");
            return List.of(Path.of(root, "System32", "nvcuda.dll"));
        }
        // The last is the driver of Windows, when this is a Linux subsystem of Windows.
        return List.of(Path.of("/proc/driver/nvidia/version"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));
    }
}
