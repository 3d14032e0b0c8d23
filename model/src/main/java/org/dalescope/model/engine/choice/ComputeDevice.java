package org.dalescope.model.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.store.Gpu;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;

/**
 * What fits may compute on.
 *
 * @param name of the processor's cores together, or of a GPU as its driver names it
 * @param detail a GPU's memory and driver
 * @param obstacle why it computes nothing; empty where it can
 */
public record ComputeDevice(String name, String detail, Optional<String> obstacle) {
    /**
     * The processor and the GPUs of this machine, judged without loading a library, which takes a second.
     *
     * @param choice the libtorch that a GPU would compute with
     * @param path folders in which the driver's program is looked for
     */
    public static List<ComputeDevice> list(LibtorchChoice choice, String path) {
        Optional<String> obstacle = CudaDetection.missing(choice).map(why -> why + ".");
        List<ComputeDevice> devices = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        devices.add(new ComputeDevice("CPU", cores + (cores == 1 ? " core" : " cores"), Optional.empty()));
        for (Gpu gpu : Gpu.list(path)) {
            devices.add(new ComputeDevice(gpu.name(), gpu.memory() + ", driver " + gpu.driver(), obstacle));
        }
        if (devices.size() == 1) {
            devices.add(new ComputeDevice(
                    "GPU",
                    "nvidia-smi finds none",
                    Optional.of(obstacle.orElse("The driver's program is not there."))));
        }
        return List.copyOf(devices);
    }
}
