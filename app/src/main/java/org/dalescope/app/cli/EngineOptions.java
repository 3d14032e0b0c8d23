package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.choice.RequestedEngines;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;
import picocli.CommandLine.Option;

/** The command-line options for the engine: device, engine, threads and libtorch. */
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
            description = "auto, fused (CPU, vector registers) or tensor (libtorch, CPU or CUDA) (default:"
                    + " ${DEFAULT-VALUE}).")
    private String engine = "auto";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of CPU threads, 0 for all cores. The results do not depend on it.")
    private int threads;

    /** The threads of all fits that run at once, if the program chose those of one fit. */
    private OptionalInt allThreads = OptionalInt.empty();

    @Option(
            names = "--libtorch",
            paramLabel = "FOLDER",
            description = "Folder of a libtorch for a GPU (default: the one in the preferences, otherwise the shipped"
                    + " one).")
    private Optional<Path> libtorch = Optional.empty();

    EngineRequest request() {
        choose(libtorch);
        return EngineRequest.of(engine, device, threads);
    }

    /** Chooses the libtorch folder for the whole process, because native code is loaded only once. */
    static void choose(Optional<Path> libtorch) {
        libtorch.ifPresent(folder -> {
            LibtorchFolder.examine(folder);
            System.setProperty(LibtorchChoice.GIVEN, folder.toAbsolutePath().toString());
        });
    }

    /** The requested number of threads; 0 for all cores. */
    int threads() {
        return threads;
    }

    /** The same options with a number of threads that the program chose; the last fits may get more. */
    EngineOptions withThreads(int number) {
        EngineOptions other = new EngineOptions();
        other.device = device;
        other.engine = engine;
        other.libtorch = libtorch;
        other.threads = number;
        other.allThreads = OptionalInt.of(request().threads());
        return other;
    }

    /** Opens the engine for a workload. If the engine is selected by a measurement, the result is printed. */
    RecurrentEngine open(Workload size, Console console) {
        return source().open(size, EngineRequest.Kind.AUTO, console.err()::println);
    }

    /**
     * The engines for the small amount of work on a cluster's login node. They use the CPU, because login nodes have no
     * GPU.
     */
    EngineFactory.Source onLoginNode() {
        EngineRequest request = request();
        EngineRequest.Kind kind = request.device().startsWith("cuda") ? EngineRequest.Kind.TENSOR : request.kind();
        EngineRequest here = new EngineRequest(kind, "cpu", request.threads());
        return (size, preferred, notes) -> EngineFactory.open(here, size, notes);
    }

    /** The source of the requested engines. Invalid options are rejected immediately. */
    EngineFactory.Source source() {
        EngineRequest request = request();
        return new RequestedEngines(request, allThreads.orElse(request.threads()));
    }
}
