package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.export.ExportFormat;
import org.dalescope.model.run.export.ExportedRun;
import org.dalescope.model.run.export.RunExport;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.training.FittedNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope export} command, which exports a run for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Exports a run for NumPy, MATLAB or a spreadsheet: the network, rates and PSTHs of data and"
                + " model, scores, history and split, and a script that loads them.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "RUN", description = "The run folder.")
    private Path run = Path.of(".");

    @Option(names = "--to", required = true, paramLabel = "npz|mat|csv", description = "The format.")
    private String to = "npz";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "File for npz and mat, folder for csv (default: export.npz, export.mat, export-csv in RUN).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        ExportFormat format = ExportFormat.named(to);
        RunFolder folder = RunFolder.existing(run);
        Path place = out.orElseGet(() -> format.within(run));
        RunExport.checkFree(format, place);
        RunGroup fitted = RunGroup.open(List.of(run), options, TypedCommand.text(spec), console);
        FittedNetwork member = fitted.members().getFirst();
        int trials = fitted.trialIds().length;
        try (RecurrentEngine engine = engineOptions.open(member.fit().workload(trials), console)) {
            RunExport.write(ExportedRun.of(folder, member, options.partition(), engine), format, place);
        }
        console.out()
                .println("Export:  " + place.toAbsolutePath() + " (" + trials + " trials of the "
                        + options.partition().key() + " partition)");
        return CommandLineProgram.DONE;
    }
}
