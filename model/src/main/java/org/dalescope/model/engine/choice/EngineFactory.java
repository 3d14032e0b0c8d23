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

/** Opens the engine that a client asks for, or the faster one. */
public final class EngineFactory {
    private EngineFactory() {}

    /** Opens engines for fits of any size. */
    @FunctionalInterface
    public interface Source {
        /**
         * The engine for steps of this size; whoever asked closes it.
         *
         * @param preferred the engine to stay with where none was asked for, or AUTO
         * @param notes told how it was chosen
         */
        RecurrentEngine open(Workload size, EngineRequest.Kind preferred, Consumer<String> notes);
    }

    /** An engine that could be taken. */
    record Candidate(String name, Supplier<RecurrentEngine> opened) {}

    /**
     * Opens an engine.
     *
     * @param notes told why, where it was a matter of measuring
     * @throws InputError where there is no such device, or libtorch does not load
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

    /** The kind that a description in a run's record tells of. */
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

    /** The candidate with the shortest step, measured or remembered. */
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
                    remembered.isPresent() ? " (remembered)" : ""));
            if (ms < shortest) {
                shortest = ms;
                best = candidate;
            }
        }
        notes.accept("A step of " + size + ": " + told + ". Taking " + best.name() + "; --engine decides otherwise.");
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
