package org.dalescope.app.cli;

import org.dalescope.model.common.InputError;
import picocli.CommandLine.Option;

/** The command-line option for the number of threads of a simulation. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of threads, 0 for all cores. The results do not depend on it.")
    private int threads;

    /**
     * The number of threads.
     *
     * @throws InputError if it is negative
     */
    int number() {
        if (threads < 0) {
            throw new InputError("--threads is " + threads + ": give 0 for all cores or a number of threads.");
        }
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
