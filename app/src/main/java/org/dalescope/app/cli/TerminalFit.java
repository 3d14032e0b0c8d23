package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.report.RunReport;
import org.dalescope.model.benchmark.JitWarmUp;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.execution.StorageRetry;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer.Ending;

/** Runs a fit on the command line, in a terminal with a progress line. Ctrl-C stops and saves the fit. */
final class TerminalFit {
    private TerminalFit() {}

    static int start(FitRequest request, EngineFactory.Source engines, JitWarmUp warmUp, Console console) {
        warmUp.close();
        try (RecurrentEngine engine =
                engines.open(request.fit().workload(), EngineRequest.Kind.AUTO, console.err()::println)) {
            return run(
                    FitRun.start(request, engine),
                    engine,
                    console,
                    request.session().name());
        }
    }

    /**
     * Resumes a fit on the engine that it started with, unless another is requested. Only the same engine gives
     * bit-identical results.
     */
    static int resume(
            RunFolder folder, Optional<Path> moved, EngineRequest request, JitWarmUp warmUp, Console console) {
        RunDescription description = RunDescription.read(folder);
        Path file = moved.orElseGet(() -> Path.of(description.sessionPath()));
        FitRun run = FitRun.resume(folder, SessionFiles.open(file, folder.mapping(), Progress.SILENT));
        warmUp.close();
        EngineRequest same = request.preferring(run.begunOn());
        try (RecurrentEngine engine = EngineFactory.open(same, run.fit().workload(), console.err()::println)) {
            console.err().println("Continuing after epoch " + run.state().epoch() + ".");
            run.damage().ifPresent(damage -> console.err().println("Warning: " + damage));
            run.engineChange(engine).ifPresent(change -> console.err().println("Warning: " + change));
            return run(run, engine, console, description.sessionName());
        }
    }

    private static int run(FitRun run, RecurrentEngine engine, Console console, String name) {
        console.err()
                .println("Fitting " + name + " with " + engine.description() + " into "
                        + run.folder().folder());
        List<Finding> announced = RunDescription.read(run.folder()).warnings();
        announced.forEach(w -> console.err().println(line(w)));
        FitControl stop = new FitControl();
        try (InterruptHandler _ = InterruptHandler.raise(stop)) {
            ProgressLine progress = new ProgressLine(console.err(), run.state().epoch());
            FitRun.Result result = run(run, engine, stop, progress, console);
            progress.end();
            result.evaluation().ifPresent(evaluation -> ScoreTable.print(evaluation, console.out()));
            if (result.ending() == Ending.STOPPED) {
                stopped(run, result, console);
                return CommandLineProgram.INTERRUPTED;
            }
            report(run, result, announced, console);
            return CommandLineProgram.DONE;
        }
    }

    private static FitRun.Result run(
            FitRun run, RecurrentEngine engine, FitControl stop, ProgressLine progress, Console console) {
        try {
            return run.run(engine, stop, progress::show, StorageRetry.saying(console.err()::println));
        } catch (RuntimeException | Error broken) {
            run.failed();
            throw broken;
        }
    }

    /** Writes no figures, because the virtual machine is shutting down and Java's drawing cannot start any more. */
    private static void stopped(FitRun run, FitRun.Result result, Console console) {
        console.out().flush();
        console.err()
                .println("Stopped after epoch " + result.state().epoch()
                        + "; the best epoch is kept. To continue, run: dalescope fit --resume "
                        + run.folder().folder());
    }

    private static void report(FitRun run, FitRun.Result result, List<Finding> announced, Console console) {
        RunReport.write(run.folder());
        result.warnings().stream().filter(w -> !announced.contains(w)).forEach(w -> console.err()
                .println(line(w)));
        console.out()
                .println("Best epoch " + result.state().bestEpoch() + " of "
                        + result.state().epoch() + ".");
        console.out().println("Report:  " + run.folder().report().toAbsolutePath());
        console.out().println("Figures: " + run.folder().figures().toAbsolutePath());
        console.out().flush();
    }

    static String line(Finding finding) {
        String word =
                switch (finding.severity()) {
                    case NOTICE -> "Note: ";
                    case WARNING -> "Warning: ";
                    case ERROR -> "Error: ";
                };
        return word + finding.text();
    }
}
