package org.dalescope.model.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;

/**
 * A device of this machine that fits can compute on, the CPU or a GPU.
 *
 * @param name {@code CPU}, or the name of a GPU as its driver reports it
 * @param detail the CPU's number of cores, or a GPU's memory and driver
 * @param obstacle the reason why the device cannot be used; empty if it can
 */
public record ComputeDevice(String name, String detail, Optional<String> obstacle) {
    /**
     * The CPU and the GPUs of this machine. libtorch is not loaded for this, because that takes a second.
     *
     * @param choice the libtorch that would be used on a GPU
     * @param path folders that are searched for the driver's program
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
                    "nvidia-smi finds no GPU",
                    Optional.of(obstacle.orElse("The driver's program is not available."))));
        }
        return List.copyOf(devices);
    }
}
