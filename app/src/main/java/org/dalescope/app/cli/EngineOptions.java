package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;
import picocli.CommandLine.Option;

/** Options of every command that computes. */
final class EngineOptions {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, cuda or cuda:NUMBER (default: ${DEFAULT-VALUE}).")
    private String device = "auto";

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            description =
                    "auto, fused (CPU, vector registers) or tensor (libtorch, CPU or CUDA) (default: ${DEFAULT-VALUE}).")
    private String engine = "auto";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads on the CPU, 0 for all cores; the results do not depend on it.")
    private int threads;

    @Option(
            names = "--libtorch",
            paramLabel = "FOLDER",
            description =
                    "Compute with the libtorch in a folder, for a GPU (default: the preferences', else the one inside).")
    private Optional<Path> libtorch = Optional.empty();

    EngineRequest request() {
        choose(libtorch);
        return EngineRequest.of(engine, device, threads);
    }

    /** Where libtorch is loaded from for the rest of the process; native code is loaded once. */
    static void choose(Optional<Path> libtorch) {
        libtorch.ifPresent(folder -> {
            LibtorchFolder.examine(folder);
            System.setProperty(LibtorchChoice.GIVEN, folder.toAbsolutePath().toString());
        });
    }

    /** As asked for, 0 for all cores. */
    int threads() {
        return threads;
    }

    /** The same with another number of threads. */
    EngineOptions withThreads(int number) {
        EngineOptions other = new EngineOptions();
        other.device = device;
        other.engine = engine;
        other.libtorch = libtorch;
        other.threads = number;
        return other;
    }

    /** The engine for work of a size, telling how it was chosen where that was measured. */
    RecurrentEngine open(Workload size, Console console) {
        return source().open(size, EngineRequest.Kind.AUTO, console.err()::println);
    }

    /** For the little that is done beside a cluster's fits: on the CPU, login nodes have nothing else. */
    EngineFactory.Source onLoginNode() {
        EngineRequest request = request();
        EngineRequest.Kind kind = request.device().startsWith("cuda") ? EngineRequest.Kind.TENSOR : request.kind();
        EngineRequest here = new EngineRequest(kind, "cpu", request.threads());
        return (size, preferred, notes) -> EngineFactory.open(here, size, notes);
    }

    /** Opens engines as asked for; wrong words are refused at once. */
    EngineFactory.Source source() {
        EngineRequest request = request();
        return (size, preferred, notes) -> EngineFactory.open(request.preferring(preferred), size, notes);
    }
}
