package org.dalescope.model.engine.choice;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.engine.libtorch.TorchRuntime;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.math.simd.VectorWidth;

/**
 * The result of a test of one engine on this machine.
 *
 * @param name the engine's name as in {@code --engine}, with its device
 * @param text the measured speed, or why the engine does not work and what to do
 */
public record EngineDiagnosis(String name, boolean works, String text) {
    private static final Workload SIZE = new Workload(50, 40, 20, 5, 15);
    private static final double AGREEMENT = 1e-4;
    private static final int NARROW = 128;

    /** Tests every engine on a small network and compares their rates. */
    public static List<EngineDiagnosis> all(int threads) {
        EngineProbe probe = new EngineProbe(SIZE);
        List<EngineDiagnosis> found = new ArrayList<>();
        float[][] reference = {new float[0]};
        int bits = VectorWidth.LENGTH * Float.SIZE;
        String narrow = bits < NARROW ? " Java cannot use vector registers on this processor, so fits are slow." : "";
        found.add(tried("fused", probe, reference, bits + "-bit registers." + narrow, () -> new FusedEngine(threads)));
        found.add(tried("tensor on the CPU", probe, reference, libtorch() + ".", () -> {
            return TensorEngine.cpu(threads);
        }));
        Optional<String> missing = CudaDetection.missing();
        if (missing.isPresent()) {
            found.add(new EngineDiagnosis("tensor on CUDA", false, missing.get() + "."));
        } else {
            found.add(tried("tensor on CUDA", probe, reference, "The device responds.", () -> {
                Device device = TorchRuntime.device("cuda");
                return new TensorEngine(device, threads, TensorEngine.Precision.SINGLE);
            }));
        }
        return List.copyOf(found);
    }

    private static String libtorch() {
        try {
            LibtorchChoice choice = LibtorchChoice.current();
            return choice.examined()
                    .map(found -> "Chosen by " + choice.by() + ": " + found)
                    .orElse("libtorch 2.7.1 (cpu), unpacked once into " + TorchRuntime.cacheFolder());
        } catch (UserError unusable) {
            return "No libtorch";
        }
    }

    /** Tests one engine; the first engine that works is the reference for the others. */
    private static EngineDiagnosis tried(
            String name, EngineProbe probe, float[][] reference, String text, Supplier<RecurrentEngine> opened) {
        try (RecurrentEngine engine = opened.get()) {
            float[] rates = probe.rates(engine);
            double ms = probe.millis(engine);
            if (reference[0].length == 0) {
                reference[0] = rates;
            }
            double off = difference(reference[0], rates);
            String measured = String.format(Locale.ROOT, "%s A step of %s takes %.1f ms.", text, SIZE, ms);
            return off <= AGREEMENT
                    ? new EngineDiagnosis(name, true, measured)
                    : new EngineDiagnosis(
                            name,
                            false,
                            String.format(
                                    Locale.ROOT,
                                    "its rates differ by %.1e from those of the engine 'fused': do not use this engine,"
                                            + " and please report it.",
                                    off));
        } catch (UserError refusal) {
            return new EngineDiagnosis(name, false, refusal.sentence());
        } catch (RuntimeException | LinkageError broken) {
            return new EngineDiagnosis(name, false, "it does not start on this machine (" + broken + ").");
        }
    }

    private static double difference(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]) / (1 + Math.abs(a[i])));
        }
        return most;
    }
}
