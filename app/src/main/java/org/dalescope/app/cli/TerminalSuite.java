package org.dalescope.app.cli;

import org.dalescope.app.report.SuiteReport;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.suite.launch.SuiteAnswers;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteRun;
import org.dalescope.model.suite.results.ComparisonFiles;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.FitControl;

/** Runs a suite on the command line, in a terminal with one line per fit. Ctrl-C stops and saves the suite. */
final class TerminalSuite {
    private TerminalSuite() {}

    static int run(
            SuiteRequest request, EngineFactory.Source engines, SuiteLauncher place, boolean json, Console console) {
        FitControl stop = new FitControl();
        try (InterruptHandler _ = InterruptHandler.raise(stop)) {
            SuiteProgressLines lines = new SuiteProgressLines(console.err());
            SuiteResults results = SuiteRun.run(request, engines, place, stop, lines);
            lines.end();
            if (stop.isRaised()) {
                console.err().println("Stopped. Finished fits are kept. To continue, run: " + request.command());
                return CommandLineProgram.INTERRUPTED;
            }
            SuiteFolder folder = new SuiteFolder(request.out());
            SuiteReport.write(folder, results);
            if (json) {
                console.json(ComparisonFiles.json(results));
            } else {
                ComparisonTable.print(results, console.out());
                SuiteAnswers.read(folder).ifPresent(answer -> answer.sentences().forEach(console.out()::println));
                console.out().println("Report: " + folder.report().toAbsolutePath());
                console.out().println("Table:  " + folder.comparisonCsv().toAbsolutePath());
                console.out().flush();
            }
            int failed = results.failures().size();
            if (failed > 0) {
                console.err()
                        .println(failed + (failed == 1 ? " fit" : " fits") + " failed for the reasons above. To try"
                                + " again, run: "
                                + request.command());
                return CommandLineProgram.REFUSED;
            }
            return CommandLineProgram.DONE;
        }
    }
}
