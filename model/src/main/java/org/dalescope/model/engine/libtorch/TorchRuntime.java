package org.dalescope.model.engine.libtorch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.UserFolders;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;

/**
 * Loads libtorch through DJL. Everything that it needs is on the class path; nothing is downloaded, and no usage data
 * are sent. The properties must be set before any DJL class is loaded, so every use of DJL in the model starts here.
 */
public final class TorchRuntime {
    private TorchRuntime() {}

    /**
     * The engine, loaded at the first call.
     *
     * @throws InputError with the reason, if libtorch does not load on this machine
     */
    public static Engine engine() {
        try {
            LibtorchChoice choice = LibtorchChoice.current();
            // DJL reads these properties if another libtorch than that in the jars is chosen.
            choice.examined().ifPresent(TorchRuntime::take);
            properties().forEach((key, value) -> {
                if (System.getProperty(key) == null) {
                    System.setProperty(key, value);
                }
            });
            return Engine.getEngine("PyTorch");
        } catch (UserError refusal) {
            throw refusal;
        } catch (RuntimeException | LinkageError e) {
            throw new InputError(
                    "libtorch does not load on this machine (" + rootMessage(e)
                            + "): it needs 64-bit Linux, Windows or an Apple-silicon Mac and 1 GB free in "
                            + cacheFolder() + ".",
                    e);
        }
    }

    /**
     * The device for a choice on the command line: {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:1}.
     *
     * @throws InputError if there is no such device
     */
    public static Device device(String choice) {
        String text = choice.toLowerCase(Locale.ROOT);
        int gpus = text.equals("cpu") ? 0 : engine().getGpuCount();
        if (text.equals("cpu") || (text.equals("auto") && gpus == 0)) {
            return Device.cpu();
        }
        if (text.equals("auto")) {
            return Device.gpu(0);
        }
        if (!text.matches("cuda(:\\d+)?")) {
            throw new InputError("--device cannot be '" + choice + "': it takes auto, cpu, cuda or cuda:NUMBER.");
        }
        int index = text.contains(":") ? Integer.parseInt(text.substring(5)) : 0;
        if (index >= gpus) {
            throw new InputError("--device " + choice + " is not available: libtorch finds " + gpus + " CUDA devices ("
                    + CudaDetection.missing().orElse("the driver does not list it")
                    + "). Use --device cpu, or see docs/gpu.md.");
        }
        return Device.gpu(index);
    }

    /** The folder in which libtorch is unpacked once (450 MB). */
    public static Path cacheFolder() {
        return UserFolders.cache();
    }

    private static void take(LibtorchFolder libtorch) {
        System.setProperty("PYTORCH_LIBRARY_PATH", libtorch.libraries().toString());
        System.setProperty("PYTORCH_VERSION", libtorch.version());
        System.setProperty("PYTORCH_FLAVOR", libtorch.flavour());
    }

    private static Map<String, String> properties() {
        String cache = cacheFolder().resolve("djl").toString();
        return Map.of(
                "ai.djl.offline", "true",
                "OPT_OUT_TRACKING", "true",
                "DJL_CACHE_DIR", cache,
                "ENGINE_CACHE_DIR", cache,
                // The engine runs blocks of trials on its own threads. Threads of libtorch would compete with them, and
                // its reductions would depend on their number.
                "ai.djl.pytorch.num_threads", "1",
                "ai.djl.pytorch.num_interop_threads", "1");
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
