package org.dalescope.app.cli;

import org.dalescope.model.Refusal;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.engine.RecurrentEngine;
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
            description = "auto or tensor (default: ${DEFAULT-VALUE}).")
    private String engine = "auto";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads on the CPU, 0 for all cores; the results do not depend on it.")
    private int threads;

    RecurrentEngine open() {
        if (threads < 0) {
            throw new Refusal("--threads cannot be " + threads + ": it takes 0 for all cores, or a number up to 1024.");
        }
        return Engines.open(engine, device, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }
}
