package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.app.report.RunReport;
import org.dalescope.model.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dalescope report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes a run's report.html and figures again.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "RUN", description = "The run folder.")
    private Path run = Path.of(".");

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.existing(run);
        RunReport.write(folder);
        Console.of(spec).out().println("Report:  " + folder.report().toAbsolutePath());
        return CommandLineProgram.DONE;
    }
}
