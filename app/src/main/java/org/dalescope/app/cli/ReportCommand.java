package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dalescope.app.report.ComputedReportParts;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope report} command, which writes the report of a run or a suite. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes report.html for a run or a suite, with figures (SVG, PDF, PNG) and their numbers. The report"
                        + " of a run also contains the check of its session and all analyses.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "RUN|SUITE", description = "The folder of a run or a suite.")
    private Path run = Path.of(".");

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (SuiteFolder.isSuite(run)) {
            SuiteFolder suite = SuiteFolder.existing(run);
            SuiteReport.write(suite, SuiteResults.read(suite));
            console.out().println("Report:  " + suite.report().toAbsolutePath());
            return CommandLineProgram.DONE;
        }
        RunFolder folder = RunFolder.existing(run);
        RunReport.write(folder, evidence(folder, console));
        console.out().println("Report:  " + folder.report().toAbsolutePath());
        return CommandLineProgram.DONE;
    }

    /**
     * The computed parts of the report. If the session is missing, the report is still written and names the missing
     * parts.
     */
    private ComputedReportParts evidence(RunFolder folder, Console console) {
        if (options.sessionIsGone(folder)) {
            String why = "The session of this run was not found, so its check and the analyses are left out. To"
                    + " include them, give its path with 'dalescope report --session'.";
            console.err().println("Warning: " + why);
            return ComputedReportParts.none(why);
        }
        RunGroup fitted = RunGroup.open(List.of(run), options, TypedCommand.text(spec), console);
        FittedCircuit circuit = new FittedCircuit(fitted.members(), fitted.trialIds());
        try (RecurrentEngine engine = engineOptions.open(circuit.fit().workload(circuit.trialIds().length), console)) {
            return ComputedReportParts.of(circuit, engine, Progress.SILENT);
        }
    }
}
