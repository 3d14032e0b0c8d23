package org.dalescope.model.engine.choice;

import ai.djl.Device;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.engine.libtorch.TorchRuntime;

/** Opens the engine for a fit: the requested one, or the faster one. */
public final class EngineFactory {
    private EngineFactory() {}

    /** Opens engines for fits of any size. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the engine for steps of this size; the caller closes it.
         *
         * @param preferred the engine to use if none was requested, or AUTO
         * @param notes receives a sentence on how the engine was chosen
         */
        RecurrentEngine open(Workload size, EngineRequest.Kind preferred, Consumer<String> notes);

        /**
         * The source for the last fits, of which only this many run at once. If the user chose the number of threads of
         * a fit, it is this source; otherwise each fit may have more threads.
         */
        default Source forFitsAtOnce(int fits) {
            return this;
        }
    }

    /** An engine that may be chosen. */
    record Candidate(String name, Supplier<RecurrentEngine> opened) {}

    /**
     * Opens an engine.
     *
     * @param notes receives a sentence on the reason, if the engine was chosen automatically
     * @throws InputError if there is no such device, or libtorch does not load
     */
    public static RecurrentEngine open(EngineRequest request, Workload size, Consumer<String> notes) {
        return switch (request.kind()) {
            case FUSED -> new FusedEngine(request.threads());
            case TENSOR -> tensor(TorchRuntime.device(request.device()), request);
            case AUTO ->
                switch (request.device()) {
                    case "cpu" -> new FusedEngine(request.threads());
                    case "auto" -> automatic(request, size, notes);
                    default -> tensor(TorchRuntime.device(request.device()), request);
                };
        };
    }

    /** The kind of engine that a description in a run's record names. */
    public static EngineRequest.Kind kindOf(String description) {
        return description.startsWith(EngineRequest.Kind.TENSOR.word())
                ? EngineRequest.Kind.TENSOR
                : EngineRequest.Kind.FUSED;
    }

    private static RecurrentEngine automatic(EngineRequest request, Workload size, Consumer<String> notes) {
        Optional<String> missing = CudaDetection.missing();
        if (missing.isPresent()) {
            if (CudaDetection.isWanted()) {
                notes.accept("The GPU is not used: " + missing.get() + ".");
            }
            return new FusedEngine(request.threads());
        }
        Device device;
        try {
            device = TorchRuntime.device("auto");
        } catch (UserError unloadable) {
            notes.accept("The GPU is not used: " + unloadable.sentence());
            return new FusedEngine(request.threads());
        }
        if (!device.isGpu()) {
            notes.accept("The GPU is not used: the chosen libtorch sees no CUDA device.");
            return new FusedEngine(request.threads());
        }
        List<Candidate> candidates = List.of(
                new Candidate("fused, " + request.threads() + " threads", () -> new FusedEngine(request.threads())),
                new Candidate("CUDA", () -> tensor(device, request)));
        return fastest(candidates, size, MeasuredEngineSpeeds.standard(), notes);
    }

    /** Opens the candidate with the shortest step, measured now or stored earlier. */
    static RecurrentEngine fastest(
            List<Candidate> candidates, Workload size, MeasuredEngineSpeeds memory, Consumer<String> notes) {
        Candidate best = candidates.getFirst();
        double shortest = Double.POSITIVE_INFINITY;
        StringBuilder told = new StringBuilder();
        for (Candidate candidate : candidates) {
            Optional<Double> remembered = memory.millis(candidate.name(), size);
            double ms;
            try {
                ms = remembered.orElseGet(() -> measured(candidate, size, memory));
            } catch (RuntimeException | LinkageError unable) {
                notes.accept("Not used for " + size + ": " + candidate.name() + " (" + unable + ").");
                continue;
            }
            told.append(String.format(
                    Locale.ROOT,
                    "%s%s %.1f ms%s",
                    told.isEmpty() ? "" : ", ",
                    candidate.name(),
                    ms,
                    remembered.isPresent() ? " (measured earlier)" : ""));
            if (ms < shortest) {
                shortest = ms;
                best = candidate;
            }
        }
        notes.accept("A step of " + size + ": " + told + ". Using " + best.name() + "; choose another with --engine.");
        return best.opened().get();
    }

    private static double measured(Candidate candidate, Workload size, MeasuredEngineSpeeds memory) {
        try (RecurrentEngine engine = candidate.opened().get()) {
            double ms = new EngineProbe(size).millis(engine);
            memory.remember(candidate.name(), size, ms);
            return ms;
        }
    }

    private static RecurrentEngine tensor(Device device, EngineRequest request) {
        return new TensorEngine(device, request.threads(), TensorEngine.Precision.SINGLE);
    }
}
