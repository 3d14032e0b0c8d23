package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.model.suite.launch.SuiteTask;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.FitControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope suite-task} command, which the batch script of a SLURM job array calls. */
@Command(
        name = "suite-task",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Runs one fit of a suite, as a task of a cluster's job array.")
final class SuiteTaskCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "The folder of the suite.")
    private Path suite = Path.of(".");

    @Option(
            names = "--tasks",
            required = true,
            paramLabel = "FILE",
            description = "The file with the tasks of the array.")
    private Path tasks = Path.of(".");

    @Option(names = "--task", required = true, paramLabel = "N", description = "The number of the task, from 0.")
    private int task;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "Number of CPU threads.")
    private int threads;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        FitControl stop = new FitControl();
        try (InterruptHandler _ = InterruptHandler.raise(stop)) {
            SuiteProgressLines lines = new SuiteProgressLines(console.err());
            boolean done = SuiteTask.run(SuiteFolder.existing(suite), tasks, task, threads, stop, lines);
            return done ? CommandLineProgram.DONE : CommandLineProgram.INTERRUPTED;
        }
    }
}
