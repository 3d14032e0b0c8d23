package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.experiment.SuiteResults;
import org.dalescope.model.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dalescope report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the report.html and figures of a run or a suite again.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "RUN|SUITE", description = "The folder of a run or a suite.")
    private Path run = Path.of(".");

    @Override
    public Integer call() {
        if (SuiteFolder.isSuite(run)) {
            SuiteFolder suite = SuiteFolder.existing(run);
            SuiteReport.write(suite, SuiteResults.read(suite));
            Console.of(spec).out().println("Report:  " + suite.report().toAbsolutePath());
            return CommandLineProgram.DONE;
        }
        RunFolder folder = RunFolder.existing(run);
        RunReport.write(folder);
        Console.of(spec).out().println("Report:  " + folder.report().toAbsolutePath());
        return CommandLineProgram.DONE;
    }
}
